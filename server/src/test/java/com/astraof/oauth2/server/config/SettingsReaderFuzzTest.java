package com.astraof.oauth2.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings, as lines of a file and as the environment has them. */
final class SettingsReaderFuzzTest extends FuzzTest {
  private static final String CONNECTION =
      """
      issuer=https://astral.example
      connections.github.name=GitHub
      connections.github.client-id=x
      connections.github.client-secret=y
      connections.github.authorization-endpoint=https://github.example/a
      connections.github.token-endpoint=https://github.example/t
      connections.github.profile-endpoint=https://github.example/p
      connections.github.profile-id=/id~2/01
      connections.github.profile-name=/login
      """;

  @Override
  protected List<byte[]> seeds() {
    return texts(
        CONNECTION,
        "issuer=https://astral.example\nport=8080\nhost=0.0.0.0\ndata=data\ngateway=wss://g",
        "issuer=https://a\nlimits=login=20/10s, client=6000/60s\ntrusted-proxies=10.0.0.0/8",
        "issuer=https://a\ncode-lifetime=60s\naccess-lifetime=999999d\nkey-rotation=off",
        "issuer=https://a\nmaster-key=AA\nmaster-key-previous=,A,\nsigning-algorithm=EdDSA",
        "issuer=https://a\ndatabase-url=sqlite:\u0000\ntls-certificate=\u0000\ntls-key=x",
        "issuer=https://a b\ngateway=\nrate-limits=maybe\nlimits==,=/,login");
  }

  @Override
  protected void read(byte[] input) {
    var entries = new LinkedHashMap<String, String>();
    var variables = new LinkedHashMap<String, String>();
    for (String line : utf8(input).split("\n", -1)) {
      String[] pair = line.split("=", 2);
      String value = pair.length == 2 ? pair[1] : "";
      entries.put(pair[0], value);
      variables.put("ASTRAL_" + pair[0], value);
    }
    read(entries, Map.of());
    read(Map.of(), variables);
  }

  private static void read(Map<String, String> entries, Map<String, String> variables) {
    var outcome = new SettingsReader().file(entries).environment(variables).read();
    if (outcome instanceof Outcome.Invalid(var problems)) {
      assertThat(problems).isNotEmpty();
    }
  }
}
