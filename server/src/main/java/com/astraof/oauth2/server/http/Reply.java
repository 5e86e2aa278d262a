package com.astraof.oauth2.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One answer. Immutable: each {@code with} makes another. */
public final class Reply {
  private final int status;
  private final List<Header> headers;
  private final List<Remark> remarks;
  private final byte[] body;

  private Reply(int status, List<Header> headers, List<Remark> remarks, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.remarks = List.copyOf(remarks);
    this.body = body;
  }

  public static Reply empty(int status) {
    return new Reply(status, List.of(), List.of(), new byte[0]);
  }

  public static Reply json(int status, String json) {
    return text(status, "application/json", json);
  }

  public static Reply html(int status, String html) {
    return text(status, "text/html; charset=utf-8", html);
  }

  public static Reply text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply bytes(int status, String contentType, byte[] bytes) {
    return new Reply(
        status, List.of(new Header("Content-Type", contentType)), List.of(), bytes.clone());
  }

  /** 303, whatever the method was: a form's fields are never sent on (RFC 9700 §4.12). */
  public static Reply seeOther(String location) {
    return empty(303).with("Location", location);
  }

  public Reply with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, more, remarks, body);
  }

  boolean has(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  /** For whatever holds a secret or is about one person (RFC 6749 §5.1). */
  public Reply noStore() {
    return with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  /** Something worth a place in the request's log line. Never a secret. */
  public Reply remark(String name, Object value) {
    var more = new ArrayList<>(remarks);
    more.add(new Remark(name, value));
    return new Reply(status, headers, more, body);
  }

  /** The first remark of that name. */
  public Optional<Object> remarked(String name) {
    return remarks.stream()
        .filter(remark -> remark.name().equals(name))
        .findFirst()
        .map(Remark::value);
  }

  Reply withoutBody() {
    return new Reply(status, headers, remarks, new byte[0]);
  }

  public int status() {
    return status;
  }

  List<Header> headers() {
    return headers;
  }

  List<Remark> remarks() {
    return remarks;
  }

  byte[] body() {
    return body;
  }

  record Header(String name, String value) {}

  record Remark(String name, Object value) {}
}
