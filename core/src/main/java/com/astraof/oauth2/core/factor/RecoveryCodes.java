package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The codes for when everything else is lost: 80 bits of chance each, so that their plain hashes
 * give nothing away, not even with the database at hand.
 *
 * @param texts as they are shown, once
 */
public record RecoveryCodes(List<String> texts) {
  /** Without what is easily taken for something else. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int COUNT = 10;
  private static final int CHARACTERS = 16;
  private static final int GROUP = 4;

  public RecoveryCodes {
    texts = List.copyOf(texts);
  }

  static RecoveryCodes generate(Entropy entropy) {
    return new RecoveryCodes(Stream.generate(() -> one(entropy)).limit(COUNT).toList());
  }

  private static String one(Entropy entropy) {
    var text = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(ALPHABET.charAt(entropy.below(ALPHABET.length())));
    }
    return text.toString();
  }

  List<SecretHash> hashes(UserId user) {
    return texts.stream().map(text -> hash(text.replace("-", ""), user)).toList();
  }

  /** What a typed one is kept as; empty when it cannot be one. */
  static Optional<SecretHash> hashOf(String typed, UserId user) {
    String bare = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    boolean possible =
        bare.length() == CHARACTERS && bare.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return possible ? Optional.of(hash(bare, user)) : Optional.empty();
  }

  /** The same code of two people is kept as two different things. */
  private static SecretHash hash(String bare, UserId user) {
    return SecretHash.of(new Secret(user + " " + bare));
  }

  @Override
  public String toString() {
    return "RecoveryCodes[…]";
  }
}
