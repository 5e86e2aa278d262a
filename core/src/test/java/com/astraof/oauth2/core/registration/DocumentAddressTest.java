package com.astraof.oauth2.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be the address of a client's document. */
final class DocumentAddressTest {
  @Test
  void the_host_is_compared_in_small_letters_and_the_text_as_it_came() {
    assertThat(DocumentAddress.parse("https://App.Example:8443/Client.json"))
        .contains(new DocumentAddress("https://App.Example:8443/Client.json", "app.example"));
    assertThat(DocumentAddress.parse("https://app.example/")).isPresent();
  }

  @Test
  @Attack("A-12")
  void whatever_comes_it_is_an_address_with_one_meaning_or_none() {
    Property.forAll(
        5_000,
        gen -> {
          String base =
              gen.choice(
                  "https://app.example/client.json", "https://app.example:8443/a/b", "https:");
          String text = gen.below(4) == 0 ? gen.garbage() : gen.mutated(base);

          Optional<DocumentAddress> address = DocumentAddress.parse(text);

          if (address.isPresent()) {
            var uri = new URI(text);
            assertThat(uri.getScheme()).isEqualTo("https");
            assertThat(uri.getHost()).isEqualToIgnoringCase(address.get().host());
            assertThat(uri.getRawPath()).startsWith("/");
            assertThat(uri.getRawPath().split("/", -1)).doesNotContain(".", "..");
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(uri.getRawFragment()).isNull();
          }
        });
  }
}
