package com.astraof.oauth2.server.view;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** English sentences made 40% longer, word by word, as if they were translated. */
final class LongWords extends ResourceBundle {
  private static final Pattern WORD = Pattern.compile("\\b([A-Za-z]{2,})\\b(?![^{]*})");

  private final ResourceBundle english =
      ResourceBundle.getBundle("com.astraof.oauth2.server.view.words", Locale.ROOT);

  @Override
  protected Object handleGetObject(String key) {
    String sentence = english.getString(key);
    return sentence.contains(",choice,")
        ? sentence
        : WORD.matcher(sentence).replaceAll(word -> longer(word.group(1)));
  }

  private static String longer(String word) {
    int more = Math.ceilDiv(word.length() * 2, 5);
    return word + "etaoinshrdlu".substring(0, Math.min(more, 12));
  }

  @Override
  public Enumeration<String> getKeys() {
    return english.getKeys();
  }
}
