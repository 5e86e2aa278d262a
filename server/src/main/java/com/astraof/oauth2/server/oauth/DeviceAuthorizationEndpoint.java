package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.device.DeviceAuthorization;
import com.astraof.oauth2.core.device.DeviceAuthorizations;
import com.astraof.oauth2.core.device.DeviceAuthorizations.Start.Refused;
import com.astraof.oauth2.core.device.DeviceAuthorizations.Start.Started;
import com.astraof.oauth2.core.device.PollingPace;
import com.astraof.oauth2.core.device.UserCode;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import tools.jackson.databind.node.ObjectNode;

/**
 * The device authorization endpoint, {@code POST /oauth2/device_authorization}: RFC 8628 §3.1.
 * Never cached (§3.2).
 */
public final class DeviceAuthorizationEndpoint implements ClientDoor.FormEndpoint {
  private final ErrorShape errors = new OAuthErrors();
  private final DeviceAuthorizations devices;
  private final RateLimits limits;
  private final String verificationUri;
  private final Refusals refusals;

  /**
   * @param verificationUri where people enter the code
   */
  public DeviceAuthorizationEndpoint(
      DeviceAuthorizations devices, RateLimits limits, String verificationUri, Refusals refusals) {
    this.devices = devices;
    this.limits = limits;
    this.verificationUri = verificationUri;
    this.refusals = refusals;
  }

  @Override
  public Reply answer(Call call, Application application, Parameters form) {
    String key = key(call, application);
    if (limits.isExhausted(Limit.DEVICES_OF_APPLICATION, key)) {
      return limits.exhausted(Limit.DEVICES_OF_APPLICATION, key, errors);
    }
    limits.count(Limit.DEVICES_OF_APPLICATION, key);
    return switch (devices.start(application, form.optional("scope").orElse(""), call.now())) {
      case Started(var deviceCode, var userCode) ->
          Reply.json(200, Json.text(json(deviceCode, userCode)))
              .noStore()
              .remark("outcome", "started");
      case Refused(var error) -> refusals.reply(call, application, error);
    };
  }

  /** Anyone can name a public application: what one address sends must not count for all. */
  private static String key(Call call, Application application) {
    String id = application.id().toString();
    return application.isConfidential() ? id : id + " " + call.network();
  }

  private ObjectNode json(Secret deviceCode, UserCode userCode) {
    var json = Json.object();
    json.put("device_code", deviceCode.expose());
    json.put("user_code", userCode.toString());
    json.put("verification_uri", verificationUri);
    json.put("verification_uri_complete", verificationUri + "?user_code=" + userCode);
    json.put("expires_in", DeviceAuthorization.LIFETIME.toSeconds());
    json.put("interval", PollingPace.INTERVAL.toSeconds());
    return json;
  }
}
