package vn.lienthong.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;

/** The arrows of the house inside the domain. A rule that must give way is changed here, with its reason. */
@AnalyzeClasses(packages = "vn.lienthong.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CRYPTOGRAPHY = {
        "java.security.cert..",
        "java.security.spec..",
        "java.security.interfaces..",
        "javax.crypto..",
        "javax.xml.crypto..",
        "org.bouncycastle..",
        "org.apache.xml.security.."
    };

    @ArchTest
    static final ArchRule sqlIsInJdbcOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..")
            .because("a decision that cannot reach a database can be tested in a millisecond and moved to another one");

    @ArchTest
    static final ArchRule nobodyKnowsTheJdbcSide = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.jdbc..")
            .because("the domain talks to ports; the wiring in routes chooses what stands behind them");

    @ArchTest
    static final ArchRule jaxbIsInTheMappingOnly = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Mapping")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.xml.bind..", "vn.lienthong.schemas..")
            .because("generated classes follow the wire; one seam keeps the wire's changes out of the domain");

    @ArchTest
    static final ArchRule timeAndChanceAreGiven = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAnyPackage("java.time.."))).and(target(nameMatching("now"))))
            .orShould()
            .callMethodWhere(target(owner(JavaClass.Predicates.assignableTo(Clock.class)))
                    .and(target(nameMatching("system.*|tick[A-Z].*"))))
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .because("instants come from the database's clock and ids from the wiring; a test sets both");

    @ArchTest
    static final ArchRule cryptographyHasItsRooms = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.signature..", "..gateway.evidence..", "..gateway.digest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CRYPTOGRAPHY)
            .because("who reviews our cryptography reads three rooms, not the whole house");

    @ArchTest
    static final ArchRule digestsAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.digest..", "..gateway.signature..")
            .should()
            .callMethod(MessageDigest.class, "getInstance", String.class)
            .because("which algorithm we use is decided once; only a verifier takes the one a signature names");

    @ArchTest
    static final ArchRule theDomainHasNoContainer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.camel..",
                    "org.apache.cxf..",
                    "jakarta.jms..",
                    "jakarta.servlet..",
                    "org.apache.activemq..",
                    "vn.lienthong.routes..")
            .because("the domain outlives its container");

    @ArchTest
    static final ArchRule findingsKnowNoRoom = noClasses()
            .that()
            .resideInAPackage("..gateway.finding..")
            .should()
            .dependOnClassesThat(resideInAPackage("vn.lienthong..").and(not(resideInAPackage("..gateway.finding.."))))
            .because("every room may speak of a finding");

    @ArchTest
    static final ArchRule admissionIsPure = noClasses()
            .that()
            .resideInAPackage("..gateway.admission..")
            .and()
            .doNotHaveSimpleName("Policy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.io..", "java.nio.file..", "java.net..", "java.sql..")
            .because(
                    "the decision is a function: no port, no clock, no logger; its table alone is read from a resource");

    @ArchTest
    static final ArchRule roomsHaveNoCircles = slices().matching("vn.lienthong.gateway.(**)")
            .should()
            .beFreeOfCycles()
            // One transaction hands out the stores of every room: that is what makes them commit together.
            .ignoreDependency(simpleName("Transaction"), alwaysTrue())
            .because(
                    "a document meets the rooms in an order; a room that needs the one after it is in the wrong place");
}
