package vn.lienthong.routes;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/** The arrows of the house among the things that move. A rule that must give way is changed here, with its reason. */
@AnalyzeClasses(packages = "vn.lienthong.routes", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule doorsDoNotTouchTheDatabase = noClasses()
            .that()
            .resideInAnyPackage("..routes.door..", "..routes.flow..", "..routes.link..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "vn.lienthong.gateway.jdbc..")
            .because(
                    "a door authenticates, translates and answers; what is kept is kept by the domain in its transaction");

    @ArchTest
    static final ArchRule developmentKeysAreForTheDemo = noClasses()
            .that()
            .resideOutsideOfPackage("..routes.command.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.lienthong.certsdev..")
            .because("a key that everybody can make must not sign, or be trusted, where real documents pass");

    @ArchTest
    static final ArchRule timeAndChanceComeFromTheWiring = noClasses()
            .that()
            .resideOutsideOfPackages("..routes.platform..", "..routes.command..")
            .should()
            .callMethodWhere(target(owner(resideInAnyPackage("java.time.."))).and(target(nameMatching("now"))))
            .orShould()
            .callMethodWhere(target(owner(JavaClass.Predicates.assignableTo(Clock.class)))
                    .and(target(nameMatching("system.*|tick[A-Z].*"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("instants come from the database's clock; a test sets them");

    @ArchTest
    static final ArchRule routesAreInFlow = classes()
            .that()
            .areAssignableTo(RouteBuilder.class)
            .should()
            .resideInAPackage("..routes.flow..")
            .because("how papers move can be read in one package");

    @ArchTest
    static final ArchRule noProcessors = noClasses()
            .should()
            .implement(Processor.class)
            .because("a route calls beans; a use case never sees an Exchange")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule exchangesStayInFlow = noClasses()
            .that()
            .resideOutsideOfPackage("..routes.flow..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Exchange.class)
            .because("headers are for transport: at the door they become a record, at the queue two strings");

    @ArchTest
    static final ArchRule oneWayOut = noClasses()
            .that()
            .resideOutsideOfPackages("..routes.link..", "..routes.command..")
            .should()
            .callMethodWhere(target(owner(JavaClass.Predicates.assignableTo(HttpClient.class))))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("every call to the outside passes the allow-list of the one bounded client");

    @ArchTest
    static final ArchRule jaxbIsInTheMappingsOnly = noClasses()
            .that()
            // With what the compiler makes of their switches.
            .haveNameNotMatching(".*Mapping(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.xml.bind..", "vn.lienthong.schemas..")
            .because("generated classes follow the wire; a mapping is the one seam between them and everything else");

    @ArchTest
    static final ArchRule theSoapEngineIsBehindItsDoor = noClasses()
            .that()
            .resideOutsideOfPackage("..routes.door.soap..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.cxf..", "jakarta.xml.ws..")
            .because("nobody else starts it: a gateway without SOAP callers does without");

    @ArchTest
    static final ArchRule doorsDoNotKnowEachOther =
            com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                    .matching("vn.lienthong.routes.door.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a door can be closed, or given to somebody else, alone")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theDomainIsPutTogetherInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("..routes.platform..", "..routes.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.lienthong.gateway.jdbc..")
            .because("who wants to know what stands behind a port reads the wiring");
}
