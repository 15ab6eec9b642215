package dev.slipway.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The rules that Spring Modulith does not know. */
final class ServerRules {
    static final ArchRule WEB3J_ONLY_IN_CHAIN = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.server.chain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.web3j..");

    static final ArchRule NO_FFMPEG = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("files are decoded in worker processes, behind dev.slipway.media");

    static final ArchRule NO_DESK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "dev.slipway.desk..");

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.server.configuration..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    /** The chain's node is named by the operator; whatever else is called was named by somebody who may be anybody. */
    static final ArchRule OUTGOING_ONLY_THROUGH_THE_GUARD = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slipway.server.outgoing..", "dev.slipway.server.chain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "okhttp3..",
                    "okio..",
                    "java.net.http..",
                    "org.springframework.web.client..",
                    "org.springframework.web.reactive..",
                    "org.apache.hc..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Socket.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SocketChannel.class)
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection")
            .because("addresses that users give are checked in one place");

    static final ArchRule NO_FIELD_INJECTION = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .andShould()
            .notBeAnnotatedWith(Value.class)
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .allowEmptyShould(true);

    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or(JavaClass.Predicates.simpleNameEndingWith("Controller"))
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    static final ArchRule NO_OPEN_ROWS = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("it keeps its connection until somebody closes the stream; list() does not");

    private ServerRules() {}

    /** No cycles among the direct subpackages of the root, nor among those of the subpackages. */
    static ArchRule noCyclesBelow(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }
}
