package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CreateAccount;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.access.Journal;
import vn.lienthong.gateway.access.JournaledFolders;
import vn.lienthong.gateway.access.JournaledMandates;
import vn.lienthong.gateway.access.JournaledNeighbours;
import vn.lienthong.gateway.access.JournaledSystems;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.OnePerson;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.SealedSecrets;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.DirectorySeed;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Archive;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.evidence.MakeReceipt;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.jdbc.PostgresAccountMandates;
import vn.lienthong.gateway.jdbc.PostgresAccounts;
import vn.lienthong.gateway.jdbc.PostgresAgencies;
import vn.lienthong.gateway.jdbc.PostgresArchive;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.PostgresExchangeFolders;
import vn.lienthong.gateway.jdbc.PostgresFolderLooks;
import vn.lienthong.gateway.jdbc.PostgresNeighbourRounds;
import vn.lienthong.gateway.jdbc.PostgresNeighbours;
import vn.lienthong.gateway.jdbc.PostgresRegistrationRequests;
import vn.lienthong.gateway.jdbc.PostgresSealedSecrets;
import vn.lienthong.gateway.jdbc.PostgresSeals;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.routes.link.NeighbourWire;

/**
 * What an administrator's commands work on: the record of a data folder, whether or not a gateway runs on it. Where one
 * does, its database is used beside it; where none does, the database alone is started, without broker and doors, and
 * stopped again by {@link #close}.
 */
public final class Administration implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path root;
    private final DatabaseAddress address;
    private final Jdbi jdbi;
    private final GatewayConfiguration configuration;
    private final Clock clock;
    private final @Nullable DataFolder held;
    private final @Nullable EmbeddedDatabase started;

    private Administration(
            Path root,
            DatabaseAddress address,
            GatewayConfiguration configuration,
            @Nullable DataFolder held,
            @Nullable EmbeddedDatabase started) {
        this.root = root;
        this.address = address;
        this.jdbi = Jdbi.create(address.url(), address.user(), address.password());
        this.configuration = configuration;
        this.clock = clock(address);
        this.held = held;
        this.started = started;
    }

    private static Clock clock(DatabaseAddress address) {
        try {
            return new DatabaseClock(new DatabaseTime(address::connect).read());
        } catch (SQLException e) {
            throw new StartRefused("cơ sở dữ liệu " + address + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens the record. A folder that no gateway ever used is made ready first.
     *
     * @param settings names below {@code lienthong}, as for {@link RunningGateway#start}
     * @throws StartRefused when the database cannot be reached or started
     */
    public static Administration open(Path folder, Map<String, String> settings, Progress progress) {
        Path root = folder.toAbsolutePath().normalize();
        GatewayConfiguration configuration = ConfigurationReader.read(root, settings);
        DatabaseAddress external = configuration.database().external();
        if (external != null) {
            return ready(new Administration(root, external, configuration, null, null), external);
        }
        for (long waited = 0; waited < LONGEST_WAIT.toMillis(); waited += PAUSE.toMillis()) {
            Optional<Administration> opened =
                    alone(root, configuration, progress).or(() -> beside(root, configuration));
            if (opened.isPresent()) {
                return opened.get();
            }
            pause();
        }
        throw new StartRefused(
                "thư mục dữ liệu " + root + " đang được dùng nhưng cơ sở dữ liệu của nó chưa sẵn sàng cho"
                        + " lệnh này: chờ cổng khởi động xong rồi chạy lại, và dùng lệnh cùng phiên bản với cổng");
    }

    /** Whether a gateway, or another command, runs on the folder at this moment. */
    public boolean isBesideAGateway() {
        return held == null && configuration.database().external() == null;
    }

    /** The window of a system that is added without one of its own. */
    public Duration timestampWindow() {
        return configuration.door().timestampWindow();
    }

    public Optional<IssuerSettings> issuer() {
        return Optional.ofNullable(configuration.services().issuer());
    }

    public Clock clock() {
        return clock;
    }

    /** The data folder. */
    public Path root() {
        return root;
    }

    public DatabaseAddress address() {
        return address;
    }

    public GatewayConfiguration configuration() {
        return configuration;
    }

    public SecureRandom random() {
        return new SecureRandom();
    }

    /** Who works at the machine, as evidence names it: a command has no login of the console's. */
    public static String commandLine() {
        return OnePerson.COMMAND_LINE + System.getProperty("user.name", "?");
    }

    private Journal journal() {
        PostgresAgencies agencies = new PostgresAgencies(jdbi);
        return new Journal(
                people().events(),
                commandLine(),
                agency -> {
                    AgencyDirectory directory = agencies.current();
                    return directory
                            .codeOf(agency, clock.instant())
                            .map(AgencyCode::text)
                            .orElseGet(agency::toString);
                },
                clock);
    }

    private SecretBox box() {
        return MasterKeySecretBox.of(configuration.masterKeyFile(), sealedSecrets()::count);
    }

    SealedSecrets sealedSecrets() {
        return new PostgresSealedSecrets(jdbi);
    }

    /** Whether the master key opens what lies under it. */
    MasterKeyCheck masterKeyCheck() {
        return new MasterKeyCheck(
                systems(), sealedSecrets(), box(), Objects.requireNonNull(configuration.masterKeyFile()));
    }

    public Systems systems() {
        return new JournaledSystems(new PostgresSystems(jdbi, box()), journal());
    }

    public Neighbours neighbours() {
        return new JournaledNeighbours(new PostgresNeighbours(jdbi, box()), journal());
    }

    public NeighbourRounds neighbourRounds() {
        return new PostgresNeighbourRounds(jdbi);
    }

    /** Calls to neighbours, within the bounds that the gateway has; closed by whoever asked for it. */
    public NeighbourWire neighbourWire() {
        return NeighbourWiring.links(configuration.outbound().limits(Mode.SERVE), neighbours(), configuration, clock);
    }

    public ExchangeFolders exchangeFolders() {
        return new JournaledFolders(new PostgresExchangeFolders(jdbi), journal());
    }

    public FolderLooks folderLooks() {
        return new PostgresFolderLooks(jdbi);
    }

    /** The directory, with the level-1 codes in it where it was empty. */
    public Agencies agencies() {
        Agencies agencies = new PostgresAgencies(jdbi);
        DirectorySeed.plantIfEmpty(agencies, clock.instant());
        return agencies;
    }

    public Accounts accounts() {
        return new PostgresAccounts(jdbi, clock);
    }

    public AccountMandates accountMandates() {
        return new JournaledMandates(new PostgresAccountMandates(jdbi), journal());
    }

    public CreateAccount createAccount() {
        return new CreateAccount(accounts(), People.hashing());
    }

    public People people() {
        return new People(jdbi, this::box, clock, random(), configuration.console());
    }

    public RotateMasterKey rotateMasterKey() {
        return new RotateMasterKey(configuration.masterKeyFile(), new PostgresSealedSecrets(jdbi));
    }

    public TwoPeople twoPeople() {
        boolean required = configuration.console().secondPerson().isRequired(Mode.SERVE);
        return new TwoPeople(
                people(), new TwoPeople.Parts(trustFolder(), this::agencies, this::decideRegistration), required);
    }

    public RegistrationRequests registrationRequests() {
        return new PostgresRegistrationRequests(jdbi);
    }

    public DecideRegistration decideRegistration() {
        return new DecideRegistration(registrationRequests(), agencies(), clock);
    }

    /** Where certificates of authorities lie, one folder a branch. */
    public Path trustFolder() {
        return root.resolve("trust");
    }

    /** Revocation lists on record, checked against the trust stores as they are now. */
    public CrlCache revocations() {
        return new CrlCache(
                TrustFolder.read(trustFolder()),
                new PostgresCrlStore(jdbi, clock),
                ValidationPolicy.standard().clockSkew());
    }

    public UnitOfWork work() {
        return new PostgresUnitOfWork(jdbi);
    }

    /** The gateway's seal, from where the settings say. */
    public GatewaySeal seal() {
        return new GatewaySeal(SealKey.open(configuration.seal(), root, clock.instant()));
    }

    public ExportReceipt exportReceipt() {
        Seals seals = new PostgresSeals(jdbi);
        return new ExportReceipt(new MakeReceipt(work(), seals, seal(), clock), seals, work());
    }

    public Archive archive() {
        return new PostgresArchive(jdbi);
    }

    /** Judges timestamps by the trust stores and revocation lists as they are now. */
    public VerifyTimestamp timestamps() {
        return new VerifyTimestamp(TrustFolder.read(trustFolder()), revocations(), ValidationPolicy.standard());
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        if (held != null) {
            held.close();
        }
    }

    private static Optional<Administration> alone(Path root, GatewayConfiguration configuration, Progress progress) {
        return DataFolder.openIfFree(root).map(data -> {
            try {
                EmbeddedDatabase database = EmbeddedDatabase.start(data, configuration.database(), progress);
                return ready(opened(root, configuration, data, database), database.address());
            } catch (StartRefused e) {
                data.close();
                throw e;
            }
        });
    }

    private static Administration opened(
            Path root, GatewayConfiguration configuration, DataFolder data, EmbeddedDatabase database) {
        try {
            return new Administration(root, database.address(), configuration, data, database);
        } catch (StartRefused e) {
            database.close();
            throw e;
        }
    }

    // Only where the lock is taken: a server that a killed gateway left behind would answer too, but is about to be
    // stopped.
    private static Optional<Administration> beside(Path root, GatewayConfiguration configuration) {
        try {
            return RunningDatabase.of(root)
                    .filter(Migrations::areAllIn)
                    .map(address -> new Administration(root, address, configuration, null, null));
        } catch (IOException e) {
            throw new StartRefused(
                    "không đọc được " + e.getMessage() + ": chạy lệnh này bằng đúng tài khoản hệ thống đang chạy cổng",
                    e);
        }
    }

    private static Administration ready(Administration administration, DatabaseAddress address) {
        try {
            Migrations.bringUpToDate(address);
            return administration;
        } catch (RuntimeException e) {
            administration.close();
            throw new StartRefused("cơ sở dữ liệu " + address + ": " + e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("đã dừng theo yêu cầu", e);
        }
    }
}
