package com.astraof.oauth2.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final byte[] LABEL = {1, 2, 3, 4};
  private static final byte[] CONTEXT = {5, 6};
  private static final byte[] PLAIN = {7, 8, 9};

  private final Entropy entropy = new SeededEntropy(1);
  private final MasterKey master = MasterKey.generate(entropy);
  private final Sealer sealer = new Sealer(MasterKeys.of(master), "purpose", entropy);

  @Test
  void whoever_knows_label_length_and_context_reads_what_was_sealed() {
    Property.forAll(
        300,
        gen -> {
          byte[] label = gen.bytesUpTo(20);
          byte[] context = gen.bytesUpTo(40);
          byte[] plain = gen.bytesUpTo(500);

          var opened = sealer.open(sealer.seal(label, context, plain), label.length, context);

          assertThat(opened.orElseThrow().plain()).isEqualTo(plain);
          assertThat(opened.orElseThrow().label()).isEqualTo(label);
        });
  }

  @Test
  @Attack("C-05")
  void an_envelope_changed_in_any_way_does_not_open() {
    Property.forAll(
        1_000,
        gen -> {
          byte[] envelope = sealer.seal(LABEL, CONTEXT, gen.bytesUpTo(100));

          assertThat(sealer.open(gen.mutated(envelope), LABEL.length, CONTEXT)).isEmpty();
        });
  }

  @Test
  @Attack("C-05")
  void every_single_bit_counts() {
    byte[] envelope = sealer.seal(LABEL, CONTEXT, PLAIN);

    for (int bit = 0; bit < 8 * envelope.length; bit++) {
      byte[] flipped = envelope.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(sealer.open(flipped, LABEL.length, CONTEXT)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  @Attack("C-05")
  void foreign_bytes_do_not_open_and_do_not_throw() {
    Property.forAll(
        1_000,
        gen -> {
          byte[] foreign = gen.bytesUpTo(100);
          if (foreign.length > 1 && gen.coin()) {
            foreign[0] = 1;
            foreign[1] = master.id();
          }
          assertThat(sealer.open(foreign, gen.between(0, 30), gen.bytesUpTo(10))).isEmpty();
        });
  }

  @Test
  void another_context_does_not_open() {
    byte[] envelope = sealer.seal(LABEL, CONTEXT, PLAIN);

    Property.forAll(
        300,
        gen -> assertThat(sealer.open(envelope, LABEL.length, gen.mutated(CONTEXT))).isEmpty());
  }

  @Test
  void another_division_between_label_and_context_does_not_open() {
    byte[] envelope = sealer.seal(LABEL, CONTEXT, PLAIN);

    for (int length = 0; length < envelope.length + 5; length++) {
      if (length != LABEL.length) {
        assertThat(sealer.open(envelope, length, CONTEXT)).isEmpty();
      }
    }
    assertThat(sealer.open(envelope, LABEL.length - 1, new byte[] {4, 5, 6})).isEmpty();
  }

  @Test
  void another_purpose_does_not_open() {
    byte[] envelope = sealer.seal(LABEL, CONTEXT, PLAIN);

    assertThat(
            new Sealer(MasterKeys.of(master), "other", entropy)
                .open(envelope, LABEL.length, CONTEXT))
        .isEmpty();
  }

  @Test
  @Attack("C-05")
  void another_installation_does_not_open_even_when_its_key_id_is_forged() {
    var other = MasterKey.generate(entropy);
    byte[] envelope =
        new Sealer(MasterKeys.of(other), "purpose", entropy).seal(LABEL, CONTEXT, PLAIN);

    assertThat(sealer.open(envelope, LABEL.length, CONTEXT)).isEmpty();
    envelope[1] = master.id();
    assertThat(sealer.open(envelope, LABEL.length, CONTEXT)).isEmpty();
  }

  @Test
  @Rfc(value = 5116, section = "3.1")
  void the_same_plain_text_is_never_sealed_alike() {
    byte[] one = sealer.seal(LABEL, CONTEXT, PLAIN);
    byte[] two = sealer.seal(LABEL, CONTEXT, PLAIN);

    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void what_was_opened_cannot_be_changed_by_its_reader() {
    var opened = sealer.open(sealer.seal(LABEL, CONTEXT, PLAIN), LABEL.length, CONTEXT).get();

    opened.plain()[0] = 99;
    opened.label()[0] = 99;

    assertThat(opened.plain()).isEqualTo(PLAIN);
    assertThat(opened.label()).isEqualTo(LABEL);
  }
}
