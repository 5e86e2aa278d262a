package com.astraof.oauth2.server.json;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON body of a request, read field by field. Strings are trimmed and lose U+202E and form
 * feeds; an empty one counts as null; unknown fields are ignored (contract 1). A field of the wrong
 * type is a {@link MalformedRequest} on its path.
 */
public final class JsonBody {
  private static final Pattern DROPPED = Pattern.compile("[\\u202E\\f]");

  private final ObjectNode object;

  /** The path of this object within the body, with a dot at its end; empty for the body itself. */
  private final String path;

  private JsonBody(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  public static JsonBody of(Call call) {
    return new JsonBody(Json.parseObject(call.json()), "");
  }

  /**
   * Of what another server wrote.
   *
   * @throws MalformedRequest as for {@link #of}
   */
  public static JsonBody parse(String text) {
    return new JsonBody(Json.parseObject(text), "");
  }

  /**
   * The same, where the body may be left out altogether.
   *
   * @throws MalformedRequest as for {@link #of}, unless there is no body
   */
  public static JsonBody ofOptional(Call call) {
    return call.hasBody() ? of(call) : new JsonBody(Json.object(), "");
  }

  /** Whether the field is there, be it null: what is not there stays as it is. */
  public boolean has(String name) {
    return object.has(name);
  }

  public Optional<String> string(String name) {
    return Optional.ofNullable(object.get(name))
        .filter(node -> !node.isNull())
        .map(node -> asString(node, path + name))
        .filter(text -> !text.isEmpty());
  }

  /** Exactly as it came: for what is compared or echoed character by character. */
  public Optional<String> verbatim(String name) {
    return Optional.ofNullable(object.get(name))
        .filter(node -> !node.isNull())
        .map(node -> requireString(node, path + name))
        .filter(text -> !text.isEmpty());
  }

  /** A snowflake, which may also come as a JSON integer. */
  public Optional<String> snowflake(String name) {
    JsonNode node = object.get(name);
    return node != null && node.isIntegralNumber()
        ? Optional.of(node.bigIntegerValue().toString())
        : string(name);
  }

  public String requiredString(String name) {
    return string(name)
        .orElseThrow(() -> new MalformedRequest("This field is required.", path + name));
  }

  public boolean bool(String name, boolean otherwise) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw new MalformedRequest("This must be true or false.", path + name);
    }
    return node.booleanValue();
  }

  /** An integer of 32 bits. */
  public Optional<Integer> integer(String name) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new MalformedRequest("This must be a whole number.", path + name);
    }
    return Optional.of(node.intValue());
  }

  /**
   * An integer within these bounds.
   *
   * @throws MalformedRequest when it is outside of them
   */
  public int integer(String name, int least, int most, int otherwise) {
    int number = integer(name).orElse(otherwise);
    if (number < least || number > most) {
      String message = "This must be a number from " + least + " to " + most + ".";
      throw new MalformedRequest(message, path + name);
    }
    return number;
  }

  /** Empty when the list is absent or null. */
  public List<String> strings(String name) {
    return list(name, (element, at) -> asString(element, at));
  }

  /** A list of snowflakes, which may also come as JSON integers. */
  public List<String> snowflakes(String name) {
    return list(
        name,
        (element, at) ->
            element.isIntegralNumber()
                ? element.bigIntegerValue().toString()
                : asString(element, at));
  }

  /** A list of objects; what is wrong within one is reported on its place. */
  public List<JsonBody> objects(String name) {
    return list(name, JsonBody::nested);
  }

  /** Empty when the object is absent, null or has nothing in it. */
  public Optional<JsonBody> object(String name) {
    return Optional.ofNullable(object.get(name))
        .filter(node -> !node.isNull() && !(node.isObject() && node.isEmpty()))
        .map(node -> nested(node, path + name));
  }

  /** An object as text, for what has a parser of its own. Empty as {@link #object} is. */
  public Optional<String> objectText(String name) {
    return object(name).map(nested -> Json.text(nested.object));
  }

  private static JsonBody nested(JsonNode node, String at) {
    if (!(node instanceof ObjectNode inner)) {
      throw new MalformedRequest("This must be an object.", at);
    }
    return new JsonBody(inner, at + ".");
  }

  private <T> List<T> list(String name, BiFunction<JsonNode, String, T> read) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!(node instanceof ArrayNode array)) {
      throw new MalformedRequest("This must be a list.", path + name);
    }
    var elements = new ArrayList<T>();
    for (JsonNode element : array) {
      elements.add(read.apply(element, path + name + "." + elements.size()));
    }
    return elements;
  }

  /** Where a field of this object is reported. */
  public String path(String name) {
    return path + name;
  }

  /** Whether the field is there as a string without anything in it. */
  public boolean isEmptyString(String name) {
    JsonNode node = object.get(name);
    return node != null && node.isString() && asString(node, path + name).isEmpty();
  }

  private static String asString(JsonNode node, String path) {
    return DROPPED.matcher(requireString(node, path)).replaceAll("").strip();
  }

  private static String requireString(JsonNode node, String path) {
    if (!node.isString()) {
      throw new MalformedRequest("This must be a string.", path);
    }
    String text = node.stringValue();
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw new MalformedRequest("This holds half of a character.", path);
    }
    return text;
  }
}
