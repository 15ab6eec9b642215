package dev.slipway.server.browser;

import dev.slipway.server.problem.ProblemDocument;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * What Tomcat answers to a request that is none, and hands to nobody: a problem with the headers of all answers instead of
 * its own page.
 */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);
    private static final int FIRST_ERROR = 400;
    /** What Tomcat says to another protocol or an unknown transfer coding: the fault of who asks, not ours. */
    private static final Set<Integer> UNKNOWN_TO_US = Set.of(501, 505);

    private final SecurityHeaders headers;

    ContainerErrors(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report(headers)));
    }

    private static final class Report extends ErrorReportValve {
        private final SecurityHeaders headers;

        Report(SecurityHeaders headers) {
            this.headers = headers;
        }

        /** Before all others: what is refused before any filter, such as {@code TRACE}, has them too. */
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            headers.setByContainer(response);
            super.invoke(request, response);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            int status = response.getStatus();
            if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            headers.setByContainer(response);
            try {
                ProblemDocument.send(
                        response, HttpStatusCode.valueOf(UNKNOWN_TO_US.contains(status) ? FIRST_ERROR : status));
                response.finishResponse();
            } catch (IOException e) {
                LOG.debug("whoever asked has gone", e);
            }
        }
    }
}
