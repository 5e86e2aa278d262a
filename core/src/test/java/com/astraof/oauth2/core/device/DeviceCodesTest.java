package com.astraof.oauth2.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.device.DeviceAuthorization.Decision;
import com.astraof.oauth2.core.device.DeviceCodes.Claim;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import org.junit.jupiter.api.Test;

class DeviceCodesTest {
  private static final UserCode CODE = new UserCode("BCDFGHJK");

  private final SeededEntropy entropy = new SeededEntropy(1);
  private final DeviceCodes codes = new DeviceCodes(MasterKeys.of(MasterKey.generate(entropy)));
  private final DeviceCodes elsewhere = new DeviceCodes(MasterKeys.of(MasterKey.generate(entropy)));

  private DeviceAuthorization waiting() {
    return new DeviceAuthorization(
        GrantId.generate(entropy),
        codes.keyed(CODE),
        new ApplicationId(7),
        Scopes.of(Scope.IDENTIFY),
        TestClock.START,
        new Decision.Pending());
  }

  @Test
  void a_device_code_says_what_it_was_made_for() {
    var waiting = waiting();

    assertThat(codes.read(codes.of(waiting)))
        .contains(new Claim(waiting.id(), waiting.application(), waiting.expiresAt()));
  }

  @Test
  @Rfc(value = 8628, section = "5.2")
  @Attack("C-05")
  void a_changed_or_invented_device_code_is_none_of_ours() {
    String code = codes.of(waiting()).expose();

    Property.forAll(
        1_000,
        gen -> {
          assertThat(codes.read(new Secret(gen.mutated(code)))).isEmpty();
          assertThat(codes.read(new Secret(gen.garbage()))).isEmpty();
        });
    assertThat(elsewhere.read(new Secret(code))).isEmpty();
  }

  @Test
  @Attack("T-16")
  void a_user_code_is_found_by_a_hash_that_nobody_can_try_out_without_the_key() {
    assertThat(codes.keyed(CODE)).isEqualTo(codes.keyed(new UserCode(CODE.letters())));
    assertThat(codes.keyed(CODE)).isNotEqualTo(codes.keyed(new UserCode("BCDFGHJL")));
    assertThat(codes.keyed(CODE)).isNotEqualTo(elsewhere.keyed(CODE));
  }
}
