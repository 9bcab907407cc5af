package io.github.modelwarden.service.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers requests that Tomcat refuses before any code of the service sees them, such as malformed paths, as
 * problem+json. Nothing of the request is repeated. Public because Tomcat creates it by name.
 */
public final class ErrorValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("utf-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(String.format(
                        Locale.ROOT,
                        "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}",
                        status.getReasonPhrase(),
                        status.value(),
                        detail(status)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            getContainer().getLogger().debug("the connection ended before the refusal was written", e);
        }
    }

    static String detail(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "there is nothing at this path";
        }
        return status.is4xxClientError()
                ? "the request was refused; check its path, headers and length"
                : "the service failed on this request; its log has the reason";
    }
}
