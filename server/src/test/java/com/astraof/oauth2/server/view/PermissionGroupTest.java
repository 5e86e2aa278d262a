package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionGroupTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("com.astraof.oauth2.server.view.words", Locale.ROOT);

  @Test
  void every_permission_has_short_words_of_its_own_and_no_words_are_left_over() {
    List<String> keys = Stream.of(Permission.values()).map(PermissionGroup::keyOf).toList();

    List<String> sentences =
        Stream.of(Permission.values()).map(PermissionGroup::sentenceOf).toList();

    assertThat(BUNDLE.keySet().stream().filter(key -> key.startsWith("permission.")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(keys.stream(), sentences.stream()).toList());
    assertThat(keys.stream().map(BUNDLE::getString))
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(words).hasSizeBetween(4, 40));
    assertThat(sentences.stream().map(BUNDLE::getString))
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(words).hasSizeBetween(15, 70).endsWith("."));
  }

  @Test
  void every_permission_can_be_chosen_in_one_place() {
    assertThat(Stream.of(PermissionGroup.values()).flatMap(group -> group.permissions().stream()))
        .containsExactlyInAnyOrder(Permission.values());
  }

  @Test
  void the_page_of_permissions_names_each_with_its_bit_and_value() {
    String html = new Views().permissions(new PermissionsPage(Variants.frame()));

    for (Permission permission : Permission.values()) {
      assertThat(html)
          .contains(BUNDLE.getString(PermissionGroup.sentenceOf(permission)))
          .contains("= " + permission.mask() + "</code>");
    }
    assertThat(html).contains("MANAGE_GUILD = 1 &lt;&lt; 5 = 32");
  }
}
