package com.astraof.oauth2.server.doctor;

/**
 * What one check found.
 *
 * @param check what was looked at, in a word or two
 * @param says how it is
 * @param todo what to do about it; empty where all is well
 */
public record Finding(String check, Level level, String says, String todo) {
  public static Finding ok(String check, String says) {
    return new Finding(check, Level.OK, says, "");
  }

  public static Finding warning(String check, String says, String todo) {
    return new Finding(check, Level.WARNING, says, todo);
  }

  public static Finding problem(String check, String says, String todo) {
    return new Finding(check, Level.PROBLEM, says, todo);
  }

  /** How bad it is. */
  public enum Level {
    OK,
    /** It works; somebody should know. */
    WARNING,
    /** It does not work, or what was answered can be lost. */
    PROBLEM
  }
}
