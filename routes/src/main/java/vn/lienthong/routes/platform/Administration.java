package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DigestTree;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresAccountMandates;
import vn.lienthong.gateway.jdbc.PostgresAccounts;
import vn.lienthong.gateway.jdbc.PostgresAgencies;
import vn.lienthong.gateway.jdbc.PostgresAgencySeals;
import vn.lienthong.gateway.jdbc.PostgresEvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresExchangeFolders;
import vn.lienthong.gateway.jdbc.PostgresFolderLooks;
import vn.lienthong.gateway.jdbc.PostgresLastingFiles;
import vn.lienthong.gateway.jdbc.PostgresNeighbourRounds;
import vn.lienthong.gateway.jdbc.PostgresNeighbours;
import vn.lienthong.gateway.jdbc.PostgresRegistrationRequests;
import vn.lienthong.gateway.jdbc.PostgresSealedSecrets;
import vn.lienthong.gateway.jdbc.PostgresSignerKeys;
import vn.lienthong.gateway.jdbc.PostgresSigningRequests;
import vn.lienthong.gateway.jdbc.PostgresSystems;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.gateway.jdbc.PostgresVault;
import vn.lienthong.gateway.lasting.LastingFiles;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.routes.link.NeighbourWire;
import vn.lienthong.routes.link.OutboundHttp;
import vn.lienthong.routes.link.SigningServices;

/**
 * What an administrator's commands work on: the record of a data folder, whether or not a gateway runs on it. Where one
 * does, its database is used beside it; where none does, the database alone is started, without broker and doors, and
 * stopped again by {@link #close}.
 */
public final class Administration implements AutoCloseable {
    private final Path root;
    private final DatabaseAddress address;
    private final Jdbi jdbi;
    private final GatewayConfiguration configuration;
    private final Clock clock;
    private final @Nullable DataFolder held;
    private final @Nullable EmbeddedDatabase started;

    Administration(
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
        return OpenRecord.open(folder, settings, progress);
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

    /** Signing services, within the bounds that the gateway has; closed by whoever asked for it. */
    public SigningServices signingServices() {
        return new SigningServices(
                new OutboundHttp(configuration
                        .outbound()
                        .limits(Mode.SERVE)
                        .forSigning(configuration.seal().remoteWithin())),
                configuration.seal().remoteWithin());
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

    public SigningRequests signingRequests() {
        return new PostgresSigningRequests(jdbi);
    }

    public SignerKeys signerKeys() {
        return new PostgresSignerKeys(jdbi, box());
    }

    /** The keys that are seals, and those that were. */
    public AgencySeals agencySeals() {
        return new PostgresAgencySeals(jdbi, box());
    }

    /** Files that were signed here, and how far their signatures have got. */
    public LastingFiles lastingFiles() {
        return new PostgresLastingFiles(jdbi);
    }

    /**
     * Bytes of the vault from their beginning. Looks and touches nothing: a gateway may be running beside.
     *
     * @throws IOException when there are none under the digest
     */
    public InputStream vaultBytes(Sha256 digest) throws IOException {
        return configuration.database().external() != null
                ? new PostgresVault(jdbi, UUID::randomUUID).read(digest)
                : Files.newInputStream(new DigestTree(root.resolve("vault")).path(digest));
    }

    /** What was received on each day, and the timestamps over it. */
    public EvidenceDays evidenceDays() {
        return new PostgresEvidenceDays(jdbi);
    }

    public CreateAccount createAccount() {
        return new CreateAccount(accounts(), People.hashing());
    }

    public People people() {
        return new People(jdbi, this::box, clock, random(), configuration.console());
    }

    public RotateMasterKey rotateMasterKey() {
        return new RotateMasterKey(
                configuration.masterKeyFile(), sealedSecrets(), people().events(), commandLine(), clock);
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

    public UnitOfWork work() {
        return new PostgresUnitOfWork(jdbi);
    }

    /** What is proved by this record, and by what. */
    public Proofs proofs() {
        return new Proofs(jdbi, configuration, root, clock);
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
}
