package com.astraof.oauth2.core.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import java.util.List;

/** DPoP proofs as they come: only what was signed is one, in one spelling. */
final class DpopProofFuzzTest extends FuzzTest {
  /** Of a key that was thrown away: a run goes on from what an earlier one found. */
  private static final String GENUINE =
      "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwiY3J2IjoiUC"
          + "0yNTYiLCJ4IjoiME82Y0ZUX19TbWY2dGE5UFNxaDJ6Y2RoZ0RfaXpYZmQwV3FQalo4dGpDQSIsInki"
          + "OiJyTWRJMVZZWFhDUlVQWXBrTlNlVlRjNWNZNmVsOGc3RWthWHphZUlHQ0JVIn19.eyJodG0iOiJQT"
          + "1NUIiwiaHR1IjoiaHR0cHM6Ly9hc3RyYWwuZXhhbXBsZS90b2tlbiIsImlhdCI6MTc3MjM2NjQwMCw"
          + "ianRpIjoiZTQ1NmJlNmUtNzE4ZS00MjQ1LTg0NzQtOTFiN2IxMTBiZGM4In0.k4Tjs2gN6tjfmFSSD"
          + "o0QXsZvjU6a7R2SIBs-Cj8KN7_mAtpWyf_TdkNj55GWLF_k5OnwsOLSNeyZErO8Swforg";

  @Override
  protected List<byte[]> seeds() {
    return texts(GENUINE, "bnVsbA.bnVsbA.AA", "e30.e30.", "..", GENUINE + "=");
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    if (DpopProof.read(text).isPresent()) {
      assertThat(text).isEqualTo(GENUINE);
    }
  }
}
