package com.astraof.oauth2.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Redirect URIs as developers register them and as requests name them. */
final class RedirectUriFuzzTest extends FuzzTest {
  private static final RedirectUri LOOPBACK = new RedirectUri("http://127.0.0.1:7000/cb");

  @Override
  protected List<byte[]> seeds() {
    return texts(
        "https://app.example/cb?x=1",
        "http://127.0.0.1:7000/cb",
        "http://[::1]/cb",
        "http://app.localhost:80",
        "https://user@app.example/",
        "https://app.example\\@evil.example/",
        "https://app.example/%2e%2e/x",
        "https://app.example:99999999999/",
        "https://[::1%25eth0]/",
        "mailto:a@b",
        "//app.example",
        "https:///x",
        "com.example.app:/cb?x=1",
        "com.example.app://cb",
        "a" + ".a".repeat(20_000) + ":/cb");
  }

  @Override
  protected void read(byte[] input) {
    String text = utf8(input);
    var uri = new RedirectUri(text);
    boolean onLoopback = LOOPBACK.matchesOnAnyLoopbackPort(text);
    if (RedirectUri.problemWithNative(text).isEmpty() && uri.isPrivateUse()) {
      assertThat(URI.create(uri.with(Map.of("code", text))).getHost()).isNull();
      assertThat(text).startsWith(uri.origin());
    }
    if (RedirectUri.problemWith(text).isPresent()) {
      assertThat(onLoopback).isFalse();
      return;
    }
    assertThat(uri.matches(text)).isTrue();
    assertThat(uri.matchesOnAnyLoopbackPort(text)).isTrue();
    assertThat(onLoopback && !text.startsWith("http://127.0.0.1")).isFalse();
    String answer = uri.with(Map.of("code", text));
    assertThat(answer).startsWith(text);
    assertThat(URI.create(answer).getHost()).isEqualTo(URI.create(text).getHost());
    assertThat(text).startsWith(uri.origin()).contains(uri.host());
  }
}
