package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.KnownPlaces;
import com.astraof.oauth2.core.account.PasswordChanger;
import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationNames;
import com.astraof.oauth2.core.application.ApplicationSecrets;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.ClientAssertions;
import com.astraof.oauth2.core.application.ClientAuthenticator;
import com.astraof.oauth2.core.application.ClientDirectory;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.application.Registrar;
import com.astraof.oauth2.core.application.Transfers;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizedApps;
import com.astraof.oauth2.core.authorization.Authorizer;
import com.astraof.oauth2.core.authorization.BotAuthorizer;
import com.astraof.oauth2.core.authorization.CodeMaker;
import com.astraof.oauth2.core.authorization.ConsentStore;
import com.astraof.oauth2.core.authorization.ConsentTickets;
import com.astraof.oauth2.core.authorization.PushedRequests;
import com.astraof.oauth2.core.authorization.Pushing;
import com.astraof.oauth2.core.authorization.RequestReasons;
import com.astraof.oauth2.core.authorization.SignInProofs;
import com.astraof.oauth2.core.authorization.StepUp;
import com.astraof.oauth2.core.connection.Connections;
import com.astraof.oauth2.core.connection.LinkAttempts;
import com.astraof.oauth2.core.delay.Delay;
import com.astraof.oauth2.core.delay.DelayWatch;
import com.astraof.oauth2.core.device.DeviceAuthorizations;
import com.astraof.oauth2.core.device.DeviceCodes;
import com.astraof.oauth2.core.device.DeviceTickets;
import com.astraof.oauth2.core.device.PollingPace;
import com.astraof.oauth2.core.dpop.DpopNonces;
import com.astraof.oauth2.core.dpop.DpopProofs;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.exchange.AuthorizationCodeExchange;
import com.astraof.oauth2.core.exchange.DeviceCodeExchange;
import com.astraof.oauth2.core.exchange.Exchanges;
import com.astraof.oauth2.core.exchange.Introspection;
import com.astraof.oauth2.core.exchange.OwnTokenExchange;
import com.astraof.oauth2.core.exchange.RefreshExchange;
import com.astraof.oauth2.core.exchange.Revocation;
import com.astraof.oauth2.core.factor.Confirmer;
import com.astraof.oauth2.core.factor.PasskeyChallenges;
import com.astraof.oauth2.core.factor.Passkeys;
import com.astraof.oauth2.core.factor.ReturnTickets;
import com.astraof.oauth2.core.factor.SignInTickets;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.factor.SudoTokens;
import com.astraof.oauth2.core.factor.TotpSetups;
import com.astraof.oauth2.core.factor.TotpVault;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.core.fetch.Documents;
import com.astraof.oauth2.core.grant.GrantSweep;
import com.astraof.oauth2.core.guild.Bans;
import com.astraof.oauth2.core.guild.BotAddition;
import com.astraof.oauth2.core.guild.Channels;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.Guilds;
import com.astraof.oauth2.core.guild.Invites;
import com.astraof.oauth2.core.guild.JoinByApp;
import com.astraof.oauth2.core.guild.Members;
import com.astraof.oauth2.core.guild.MessageStore;
import com.astraof.oauth2.core.guild.Messages;
import com.astraof.oauth2.core.guild.Roles;
import com.astraof.oauth2.core.id.NodeLease;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.insight.InsightNotes;
import com.astraof.oauth2.core.insight.RecentPlaces;
import com.astraof.oauth2.core.key.KeyKeeper;
import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.SigningKeys;
import com.astraof.oauth2.core.lease.Lease;
import com.astraof.oauth2.core.leaving.AccountClosing;
import com.astraof.oauth2.core.mail.EmailAddresses;
import com.astraof.oauth2.core.mail.MailLinks;
import com.astraof.oauth2.core.mail.MailQueue;
import com.astraof.oauth2.core.mail.PasswordResets;
import com.astraof.oauth2.core.name.NameRules;
import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.registration.ClientRegistrations;
import com.astraof.oauth2.core.registration.DescribedClients;
import com.astraof.oauth2.core.registration.Entrance;
import com.astraof.oauth2.core.registration.UnusedClients;
import com.astraof.oauth2.core.token.AccessTokens;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import com.astraof.oauth2.core.token.Codes;
import com.astraof.oauth2.core.token.RefreshTokens;
import com.astraof.oauth2.core.token.TokenIssuer;
import com.astraof.oauth2.core.token.TokenSigner;
import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.fetch.GuardedFetcher;
import com.astraof.oauth2.server.fetch.PublishedKeySets;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.limit.SharedCounts;
import com.astraof.oauth2.server.passkey.Site;
import com.astraof.oauth2.server.passkey.WebAuthnReader;
import com.astraof.oauth2.server.registration.FetchedDocuments;
import com.astraof.oauth2.server.rest.PersonalData;
import com.astraof.oauth2.storage.Storage;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts list of the rules: each is made once, from what stands above it. */
final class Core {
  /** This server's name for itself, which never comes from a request. */
  final String issuer;

  final Audience audience;

  /** Where people go when nothing else waits for them. */
  final String home;

  final UserStore users;
  final ApplicationStore applications;
  final GuildStore guildStore;
  final MessageStore messageStore;
  final ConsentStore consents;
  final PictureStore pictures;
  final AuditLog audit;
  final SharedCounts sharedCounts;
  final RateLimits limits;
  final Accounts accounts;
  final PasswordHasher passwords;
  final Sessions sessions;
  final KnownPlaces knownPlaces;
  final AccountClosing closing;

  /** Who we are to passkeys. */
  final Site site;

  final TwoFactor twoFactor;
  final TotpSetups totpSetups;
  final Passkeys passkeys;
  final SignIns signIns;
  final ReturnTickets returnTickets;
  final Confirmer confirmer;
  final SudoTokens sudoTokens;
  final AccountEditor accountEditor;
  final PasswordChanger passwordChanger;
  final ApplicationNames names;
  final MailQueue mails;
  final MailLinks mailLinks;
  final EmailAddresses emailAddresses;
  final PasswordResets passwordResets;
  final Registrar registrar;
  final ClientRegistrations registrations;
  final UnusedClients unusedClients;
  final GrantSweep grantSweep;
  final OwnApplications ownApplications;
  final ApplicationEditor applicationEditor;
  final ApplicationSecrets secrets;
  final Transfers transfers;
  final ApplicationDeletion deletion;
  final ClientAuthenticator clients;
  final Guilds guilds;
  final Members members;
  final Roles roles;
  final Channels channels;
  final Messages messages;
  final Bans bans;
  final Invites invites;
  final JoinByApp joins;
  final KeyKeeper keyKeeper;
  final SigningKeys keys;
  final AccessTokens accessTokens;
  final NodeLease node;

  /** Held by the node that does the recurring work of all. */
  final Lease chores;

  final Endings endings;
  final AuthorizationRequests requests;
  final Pushing pushing;
  final SignInProofs signInProofs;
  final StepUp stepUp;
  final Authorizer authorizer;
  final BotAuthorizer bots;
  final AuthorizedApps apps;
  final ConsentTickets tickets;
  final Connections connections;
  final LinkAttempts linkAttempts;
  final DeviceAuthorizations devices;
  final DeviceTickets deviceTickets;
  final Exchanges exchanges;
  final InsightNotes insights;
  final RequestReasons requestReasons;
  final DpopProofs proofs;
  final Introspection introspection;
  final Revocation revocation;

  Core(
      Storage storage,
      MasterKeys masters,
      Settings settings,
      Surroundings world,
      DelayWatch watch) {
    var entropy = world.entropy();
    var clock = world.clock();
    var lifetimes = settings.tokens().lifetimes();
    node = NodeLease.take(storage.nodeLeases(), clock, entropy);
    chores = new Lease(storage.leases(), "chores", clock, entropy);
    var snowflakes = new Snowflakes(clock, node);
    int hashesAtOnce = Runtime.getRuntime().availableProcessors();

    issuer = settings.issuer();
    audience = Audience.of(issuer);
    home = issuer + "/";
    users = storage.users();
    applications = storage.applications();
    guildStore = storage.guilds();
    consents = storage.consents();
    pictures = storage.pictures();
    audit = storage.audit();
    var grants = storage.grants();
    endings = new Endings(storage.endings(), grants, lifetimes, clock);

    passwords =
        new PasswordHasher(
            world.passwordCost(), hashesAtOnce, entropy, new ModestThreads("password"), watch);
    accounts = new Accounts(users, passwords, snowflakes, entropy, audit);
    sessions = new Sessions(storage.sessions(), entropy);
    site = Site.of(issuer);
    var totpVault = new TotpVault(storage.factors(), masters, entropy);
    totpVault.reseal();
    twoFactor = new TwoFactor(storage.factors(), totpVault, entropy, audit);
    totpSetups = new TotpSetups(masters, entropy);
    var challenges = new PasskeyChallenges(masters, entropy, storage.once());
    var reader = new WebAuthnReader(site);
    passkeys = new Passkeys(storage.passkeys(), reader, challenges, entropy, audit);
    confirmer = new Confirmer(accounts, twoFactor, passkeys, audit);
    sudoTokens = new SudoTokens(masters, entropy);
    knownPlaces = new KnownPlaces(users, sessions);
    names = new ApplicationNames(new NameRules(settings.outside().reservedNames()), applications);
    registrar = new Registrar(applications, names, snowflakes, entropy);
    accountEditor = new AccountEditor(users, entropy);
    passwordChanger = new PasswordChanger(users, passwords, endings);
    mails = storage.mails();
    mailLinks = new MailLinks(masters, entropy);
    emailAddresses = new EmailAddresses(users, storage.emails(), mails, mailLinks);
    passwordResets =
        new PasswordResets(users, storage.emails(), mails, mailLinks, passwords, endings);
    ownApplications = new OwnApplications(applications);
    applicationEditor = new ApplicationEditor(applications, names);
    secrets = new ApplicationSecrets(applicationEditor, entropy);
    transfers = new Transfers(applications, applicationEditor);
    deletion = new ApplicationDeletion(applications, endings);
    var fetcher = new GuardedFetcher(settings.outside().callable(), world.internet());
    Documents documents =
        address -> watch.during(Delay.DOCUMENT_FETCH, () -> fetcher.fetch(address));
    var assertions =
        new ClientAssertions(
            issuer, endpoints(issuer), new PublishedKeySets(documents), storage.once());
    var registration = settings.registration();
    var entrance = new Entrance(storage.registrations(), snowflakes, entropy);
    boolean isByToken = registration.mode() == RegistrationSettings.Mode.TOKEN;
    registrations =
        new ClientRegistrations(
            storage.registrations(),
            applications,
            deletion,
            entrance,
            entropy,
            names,
            new ClientRegistrations.Door(isByToken, registration.most()));
    unusedClients = new UnusedClients(storage.registrations(), deletion, registration.patience());
    grantSweep = new GrantSweep(storage.grantRegister(), lifetimes);
    sharedCounts =
        settings.data().database().isShared()
            ? SharedCounts.of(storage.sharedLimits())
            : SharedCounts.alone();
    limits = new RateLimits(settings.rates(), clock, sharedCounts);
    var paced = new FetchedDocuments(documents, limits);
    var outside =
        new DescribedClients.Outside(paced, registration.hosts()::admits, registration.most());
    ClientDirectory directory =
        registration.documents()
            ? new DescribedClients(applications, storage.registrations(), entrance, outside)
            : ClientDirectory.of(applications);
    clients = new ClientAuthenticator(directory, assertions);
    closing = new AccountClosing(storage.closures(), ownApplications, deletion, endings);
    var signInTickets = new SignInTickets(masters, entropy);
    var once = storage.once();
    signIns = new SignIns(accounts, users, twoFactor, passkeys, signInTickets, once, closing);
    returnTickets = new ReturnTickets(masters, entropy);
    guilds = new Guilds(guildStore, snowflakes);
    members = new Members(guildStore);
    roles = new Roles(guildStore, snowflakes);
    channels = new Channels(guildStore, snowflakes);
    messageStore = storage.messages();
    messages = new Messages(guildStore, messageStore, snowflakes);
    bans = new Bans(guildStore, users);
    invites = new Invites(guildStore, entropy);
    joins = new JoinByApp(guildStore);

    var vault = new KeyVault(storage.signingKeys(), masters, entropy, NativeCrypto.provider());
    vault.reseal();
    var keyPolicy = settings.keys().policy(lifetimes.access());
    keyKeeper = new KeyKeeper(vault, keyPolicy);
    keyKeeper.keep(clock.instant());
    keys = new SigningKeys(vault, keyPolicy);
    var signer = new TokenSigner(keys);
    var codes = new Codes(masters, entropy);
    var refreshTokens = new RefreshTokens(masters);
    accessTokens = new AccessTokens(audience, signer, entropy, lifetimes.access());
    var tokens = new TokenIssuer(accessTokens, refreshTokens);

    var pushedRequests = new PushedRequests(masters, entropy);
    requests = new AuthorizationRequests(directory, pushedRequests, audience);
    pushing = new Pushing(requests, pushedRequests);
    apps = new AuthorizedApps(consents, endings);
    signInProofs = new SignInProofs(masters, entropy);
    stepUp = new StepUp(twoFactor, signInProofs);
    var codeMaker = new CodeMaker(codes, lifetimes, entropy);
    authorizer = new Authorizer(consents, codeMaker, stepUp, storage.once(), issuer);
    bots = new BotAuthorizer(new BotAddition(guildStore, snowflakes), authorizer, users);
    tickets = new ConsentTickets(masters, entropy);
    connections = new Connections(storage.connections());
    linkAttempts = new LinkAttempts(storage.linkAttempts(), masters, entropy);

    var deviceCodes = new DeviceCodes(masters);
    var waiting = storage.deviceAuthorizations();
    devices = new DeviceAuthorizations(waiting, applications, consents, deviceCodes, entropy);
    deviceTickets = new DeviceTickets(masters, entropy);

    insights = new InsightNotes(storage.insights());
    requestReasons = new RequestReasons(applications);
    var places = new RecentPlaces();
    exchanges =
        new Exchanges(
            new AuthorizationCodeExchange(codes, grants, endings, tokens, places),
            new RefreshExchange(refreshTokens, grants, endings, tokens, lifetimes, places),
            new DeviceCodeExchange(
                deviceCodes, waiting, new PollingPace(), grants, endings, tokens),
            new OwnTokenExchange(tokens));
    proofs = new DpopProofs(new DpopNonces(masters, settings.tokens().dpopNonce()));
    introspection = new Introspection(refreshTokens, accessTokens, grants, endings, lifetimes);
    revocation = new Revocation(refreshTokens, accessTokens, endings);
  }

  PersonalData personalData() {
    return new PersonalData(
        twoFactor,
        passkeys,
        sessions,
        connections,
        consents,
        ownApplications,
        guildStore,
        messageStore,
        audit);
  }

  /** What an assertion may be addressed to beside the issuer: RFC 7523 §3 and RFC 9126 §2. */
  private static Set<String> endpoints(String issuer) {
    return RouteTable.PREFIXES.stream()
        .flatMap(prefix -> Stream.of(prefix + "/oauth2/token", prefix + "/oauth2/par"))
        .map(path -> issuer + path)
        .collect(Collectors.toSet());
  }
}
