package com.astraof.oauth2.core.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.TestClock;
import java.util.List;

/** DPoP proofs as they come: only what was signed is one, in one spelling. */
final class DpopProofFuzzTest extends FuzzTest {
  private final String genuine =
      ProofMaker.withNewKey().proof("POST", "https://astral.example/token", TestClock.START);

  @Override
  protected List<byte[]> seeds() {
    return texts(genuine, "bnVsbA.bnVsbA.AA", "e30.e30.", "..", genuine + "=");
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    if (DpopProof.read(text).isPresent()) {
      assertThat(text).isEqualTo(genuine);
    }
  }
}
