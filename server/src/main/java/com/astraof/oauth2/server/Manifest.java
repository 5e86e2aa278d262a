package com.astraof.oauth2.server;

import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.DatabaseFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup says of itself.
 *
 * @param build the version that took it
 * @param takenAt all that was committed by then is in it
 */
record Manifest(String build, Instant takenAt, DatabaseFile.Facts facts, Checksum checksum) {
  private static final String FORMAT = "astral-backup-1";

  /** Of the database in it. */
  record Checksum(String sha256, long bytes) {}

  String text() {
    return Json.text(json());
  }

  ObjectNode json() {
    var counts = Json.object();
    facts.counts().forEach(counts::put);
    var json =
        Json.object()
            .put("format", FORMAT)
            .put("build", build)
            .put("schema", facts.schema())
            .put("taken_at", takenAt.toString())
            .put("sha256", checksum.sha256())
            .put("bytes", checksum.bytes());
    json.set("counts", counts);
    return json;
  }

  /** Empty for what is none, or one of another format. */
  static Optional<Manifest> parse(String text) {
    return Json.read(text)
        .filter(json -> json.path("format").asString("").equals(FORMAT))
        .flatMap(Manifest::of);
  }

  private static Optional<Manifest> of(JsonNode json) {
    try {
      var counts = new LinkedHashMap<String, Long>();
      json.path("counts").forEachEntry((table, count) -> counts.put(table, count.asLong(0)));
      return Optional.of(
          new Manifest(
              json.path("build").asString(""),
              Instant.parse(json.path("taken_at").asString("")),
              new DatabaseFile.Facts(json.path("schema").asString(""), false, counts),
              new Checksum(json.path("sha256").asString(""), json.path("bytes").asLong(0))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Such as {@code users: 3, applications: 1}, for people. */
  String inWords() {
    return facts.counts().entrySet().stream()
        .map(count -> count.getKey().replace('_', ' ') + ": " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
