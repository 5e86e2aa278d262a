package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyTimetable;
import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import com.astraof.oauth2.server.doctor.CertificateCheck;
import com.astraof.oauth2.server.doctor.DatabaseCheck;
import com.astraof.oauth2.server.doctor.Finding;
import com.astraof.oauth2.server.doctor.FolderCheck;
import com.astraof.oauth2.server.doctor.IssuerCheck;
import com.astraof.oauth2.server.doctor.KeyCheck;
import com.astraof.oauth2.server.doctor.WeakSpots;
import com.astraof.oauth2.server.tls.TlsFiles;
import com.astraof.oauth2.storage.Inspection;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All checks, in the order in which their problems are mended. */
final class Doctor {
  private final Surroundings world;

  Doctor(Surroundings world) {
    this.world = world;
  }

  List<Finding> look(Supplier<Outcome> settings) {
    try {
      return switch (settings.get()) {
        case Outcome.Valid(var valid) -> look(valid, world.clock().instant());
        case Outcome.Invalid(var problems) ->
            problems.stream().map(Doctor::unsettled).distinct().toList();
      };
    } catch (CannotStart e) {
      return List.of(unsettled(e.reason()));
    }
  }

  private static Finding unsettled(String problem) {
    return Finding.problem("settings", problem, "Mend this first: the rest depends on it.");
  }

  private List<Finding> look(Settings settings, Instant now) {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.ok("settings", "all can be read"));
    findings.add(IssuerCheck.look(settings.issuer()));
    findings.addAll(FolderCheck.look(settings.data().folder()));
    findings.addAll(database(settings, now));
    TlsFiles tls = settings.listener().tls();
    if (tls != null && tls.read() instanceof TlsFiles.Outcome.Ready(var identity)) {
      findings.add(CertificateCheck.look(identity, now));
    }
    findings.addAll(WeakSpots.look(settings));
    return findings;
  }

  private List<Finding> database(Settings settings, Instant now) {
    var findings = new ArrayList<Finding>();
    try {
      var seen = Inspection.of(settings.data().database(), world.clock());
      findings.addAll(DatabaseCheck.look(seen, world.clock().instant()));
      try (var storage = Storage.reading(settings.data().database())) {
        findings.add(masterKey(settings, storage));
        findings.add(signingKeys(settings, storage, now));
      }
    } catch (StoreUnavailable e) {
      findings.add(
          Finding.problem(
              "database",
              String.valueOf(e.getMessage()),
              "Look at --data and database-url; the first start makes its tables."));
    }
    return findings;
  }

  private Finding masterKey(Settings settings, Storage storage) {
    String check = "master key";
    var files = new MasterKeyFiles(settings.data().folder(), settings.keys());
    try {
      new KeyVault(storage.signingKeys(), files.existing(), world.entropy(), null).check();
      return Finding.ok(check, "that of " + files.place() + " opens every signing key");
    } catch (CannotStart e) {
      return Finding.problem(check, e.reason(), "docs/operate/keys.md");
    } catch (WrongMasterKey e) {
      return Finding.problem(check, CannotStart.wrongMasterKey(e).reason(), "docs/operate/keys.md");
    }
  }

  private static Finding signingKeys(Settings settings, Storage storage, Instant now) {
    var keys = settings.keys();
    var facts = storage.signingKeys().all().stream().map(SealedKey::facts).toList();
    var policy = keys.policy(settings.tokens().lifetimes().access());
    return KeyCheck.look(new KeyTimetable(facts, policy), keys.rotation().isPresent(), now);
  }
}
