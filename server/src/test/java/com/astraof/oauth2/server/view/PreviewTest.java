package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leaves every page in {@code target/preview}, to be opened in a browser without a server. */
class PreviewTest {
  private static final Path FOLDER = Path.of("target", "preview");

  @Test
  void every_page_can_be_looked_at_without_a_server() throws IOException {
    Files.createDirectories(FOLDER);
    for (Assets.Asset asset : Assets.all()) {
      Files.writeString(FOLDER.resolve(fileOf(asset)), asset.body());
    }

    write(Variants.rendered(), "");
    write(Variants.rendered(Words.in(Locale.of("ru"))), "-ru");
    for (var letter : MailVariants.letters(new Views()).entrySet()) {
      Files.writeString(FOLDER.resolve(letter.getKey() + ".html"), letter.getValue());
    }

    assertThat(FOLDER.resolve("consent.html")).content().contains("href=\"astral-");
  }

  private static void write(Map<String, String> pages, String suffix) throws IOException {
    for (Map.Entry<String, String> page : pages.entrySet()) {
      String html = page.getValue();
      for (Assets.Asset asset : Assets.all()) {
        html = html.replace(asset.path(), fileOf(asset));
      }
      Files.writeString(FOLDER.resolve(page.getKey() + suffix + ".html"), html);
    }
  }

  private static String fileOf(Assets.Asset asset) {
    return asset.path().substring(asset.path().lastIndexOf('/') + 1);
  }
}
