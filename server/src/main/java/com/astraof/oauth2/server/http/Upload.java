package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form that may bring files along: fields and files by their names, none twice. What a file is
 * called and said to be is not kept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
public final class Upload {
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Upload() {}

  /** The fields that are no files. */
  public Parameters fields() {
    return Parameters.of(fields);
  }

  /** The bytes of a file; empty when the user chose none. */
  public Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name)).filter(bytes -> bytes.length > 0);
  }

  void add(String name, boolean isFile, byte[] content) {
    boolean repeated =
        isFile
            ? files.put(name, content) != null
            : fields.put(name, new String(content, StandardCharsets.UTF_8)) != null;
    if (repeated) {
      throw new MalformedRequest("The field " + name + " comes more than once.");
    }
  }
}
