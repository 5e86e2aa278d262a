package com.astraof.oauth2.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Variables whose value stands in a file: {@code ASTRAL_MASTER_KEY_FILE} names the file that holds
 * {@code ASTRAL_MASTER_KEY}. This is how service managers and container platforms hand out secrets,
 * which then appear in no process's environment.
 */
final class FileVariables {
  private static final String PREFIX = "ASTRAL_";
  private static final String SUFFIX = "_FILE";

  private final List<String> problems;

  /**
   * @param problems grows by all that is wrong
   */
  FileVariables(List<String> problems) {
    this.problems = problems;
  }

  /** The variables, with what was read from files among them. */
  Map<String, String> read(Map<String, String> variables) {
    var all = new TreeMap<>(variables);
    variables.forEach(
        (name, file) -> {
          if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
            all.remove(name);
            String target = name.substring(0, name.length() - SUFFIX.length());
            if (variables.containsKey(target)) {
              problems.add("Set " + target + " or " + name + ", not both.");
            } else if (!file.isBlank()) {
              all.put(target, content(name, file));
            }
          }
        });
    return all;
  }

  private String content(String name, String file) {
    try {
      return Files.readString(Path.of(file.strip())).strip();
    } catch (IOException | InvalidPathException e) {
      problems.add("The file that " + name + " names cannot be read: " + e);
      return "";
    }
  }
}
