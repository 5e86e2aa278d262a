package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.SessionStore;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.authorization.ConsentStore;
import com.astraof.oauth2.core.connection.ConnectionStore;
import com.astraof.oauth2.core.connection.LinkAttemptStore;
import com.astraof.oauth2.core.delay.DelayWatch;
import com.astraof.oauth2.core.device.DeviceAuthorizationStore;
import com.astraof.oauth2.core.ending.EndingFeed;
import com.astraof.oauth2.core.factor.FactorStore;
import com.astraof.oauth2.core.factor.PasskeyStore;
import com.astraof.oauth2.core.grant.GrantRegister;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.MessageStore;
import com.astraof.oauth2.core.id.NodeLeaseStore;
import com.astraof.oauth2.core.insight.InsightStore;
import com.astraof.oauth2.core.key.SigningKeyStore;
import com.astraof.oauth2.core.lease.LeaseStore;
import com.astraof.oauth2.core.leaving.ClosureStore;
import com.astraof.oauth2.core.limit.SharedLimits;
import com.astraof.oauth2.core.mail.EmailStore;
import com.astraof.oauth2.core.mail.MailQueue;
import com.astraof.oauth2.core.once.OnceStore;
import com.astraof.oauth2.core.oversight.AccountRegister;
import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.registration.RegistrationStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/** All stores of one installation, on one database. Closing it finishes the writes under way. */
public final class Storage implements AutoCloseable {
  private final Database engine;
  private final Database database;
  private final Remembered remembered;

  private Storage(Database engine, Remembered remembered) {
    this.engine = engine;
    this.database = new RememberingDatabase(engine, remembered);
    this.remembered = remembered;
  }

  /**
   * Opens the configured database. An embedded one is made where there is none; a server is waited
   * for.
   *
   * @throws StoreUnavailable when it cannot be used
   */
  public static Storage open(DatabaseAddress address, Patience patience) {
    return open(address, patience, CommitWatch.NOBODY);
  }

  /** The same for whoever watches the writes. */
  public static Storage open(DatabaseAddress address, Patience patience, CommitWatch watch) {
    return open(address, patience, watch, OlderSchema.MIGRATE);
  }

  /** The same where an older schema may be refused. */
  public static Storage open(
      DatabaseAddress address, Patience patience, CommitWatch watch, OlderSchema older) {
    return new Storage(
        switch (address) {
          case DatabaseAddress.Sqlite(var file) -> new SqliteDatabase(file, watch, older);
          case DatabaseAddress.Postgres server ->
              new PostgresDatabase(server, patience, watch, older);
        },
        Remembered.some());
  }

  /**
   * Opens the configured database to read and to write, whether or not a server runs on it.
   *
   * @throws StoreUnavailable when there is none, or its schema is older than this build needs
   */
  public static Storage existing(DatabaseAddress address) {
    return new Storage(
        switch (address) {
          case DatabaseAddress.Sqlite(var file) -> SqliteDatabase.existing(file);
          case DatabaseAddress.Postgres server -> PostgresDatabase.existing(server);
        },
        Remembered.nothing());
  }

  /**
   * Opens the configured database to read it and no more, whether or not a server runs on it.
   *
   * @throws StoreUnavailable when there is none
   */
  public static Storage reading(DatabaseAddress address) {
    return new Storage(
        switch (address) {
          case DatabaseAddress.Sqlite(var file) -> SqliteDatabase.reading(file);
          case DatabaseAddress.Postgres server -> PostgresDatabase.reading(server);
        },
        Remembered.nothing());
  }

  /**
   * Opens the embedded database, and makes it where there is none.
   *
   * @throws StoreUnavailable when the file cannot be used
   */
  public static Storage sqlite(Path file) {
    return new Storage(new SqliteDatabase(file), Remembered.some());
  }

  /**
   * Opens a database on a PostgreSQL server, where it has to exist, and makes the tables in it.
   *
   * @throws StoreUnavailable when it cannot be used, or not be reached for as long as is waited
   */
  public static Storage postgres(DatabaseAddress.Postgres server, Patience patience) {
    return new Storage(new PostgresDatabase(server, patience), Remembered.some());
  }

  /** The same stores, for whoever watches what waits for them; closing either closes both. */
  public Storage watchedBy(DelayWatch watch) {
    return new Storage(new WatchedDatabase(engine, watch), remembered);
  }

  /**
   * Asks the database how far it has been migrated.
   *
   * @throws StoreUnavailable when it does not answer
   */
  public Schema schema() {
    return database.read(Schema::read);
  }

  public UserStore users() {
    return new SqlUserStore(database, remembered.users());
  }

  public ClosureStore closures() {
    return new SqlClosureStore(database);
  }

  public AccountRegister accountRegister() {
    return new SqlAccountRegister(database);
  }

  public SessionStore sessions() {
    return new SqlSessionStore(database);
  }

  public FactorStore factors() {
    return new SqlFactorStore(database, remembered.factors());
  }

  public PasskeyStore passkeys() {
    return new SqlPasskeyStore(database);
  }

  public ApplicationStore applications() {
    return new SqlApplicationStore(database, remembered.applications());
  }

  public RegistrationStore registrations() {
    return new SqlRegistrationStore(database);
  }

  public ConsentStore consents() {
    return new SqlConsentStore(database);
  }

  public GrantStore grants() {
    return new SqlGrantStore(database);
  }

  public GrantRegister grantRegister() {
    return new SqlGrantRegister(database);
  }

  public GuildStore guilds() {
    return new SqlGuildStore(database);
  }

  public MessageStore messages() {
    return new SqlMessageStore(database);
  }

  public ConnectionStore connections() {
    return new SqlConnectionStore(database);
  }

  public LinkAttemptStore linkAttempts() {
    return new SqlLinkAttemptStore(database);
  }

  public EndingFeed endings() {
    return new SqlEndingFeed(database);
  }

  public PictureStore pictures() {
    return new SqlPictureStore(database);
  }

  public AuditLog audit() {
    return new SqlAuditLog(database);
  }

  public InsightStore insights() {
    return new SqlInsightStore(database);
  }

  public OnceStore once() {
    return new SqlOnceStore(database);
  }

  public EmailStore emails() {
    return new SqlEmailStore(database);
  }

  public MailQueue mails() {
    return new SqlMailQueue(database);
  }

  public DeviceAuthorizationStore deviceAuthorizations() {
    return new SqlDeviceAuthorizationStore(database);
  }

  public SigningKeyStore signingKeys() {
    return new SqlSigningKeyStore(database);
  }

  public NodeLeaseStore nodeLeases() {
    return new SqlNodeLeaseStore(database);
  }

  public LeaseStore leases() {
    return new SqlLeaseStore(database);
  }

  public SharedLimits sharedLimits() {
    return new SqlSharedLimits(database);
  }

  /**
   * Runs the work soon after something ended, whichever node or command ended it, where the engine
   * can tell: nobody may depend on it. What is to be known about that is told in words.
   */
  public Listening onEnding(Runnable work, Consumer<String> teller) {
    return database.onEnding(work, teller);
  }

  /**
   * Users, second factors and applications are read anew from now on. What this process writes is
   * seen at once, also without; for what others write, somebody has to call this now and then.
   */
  public void forgetRows() {
    remembered.forget();
  }

  @Override
  public void close() {
    database.close();
  }
}
