package io.github.modelwarden.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a request came in and which trace it belongs to.
 *
 * @param nanos its arrival by the nano clock
 * @param traceId the trace id of the W3C {@code traceparent} header, or a new one
 */
public record RequestStart(long nanos, String traceId) {

    private static final String ATTRIBUTE = RequestStart.class.getName();
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /**
     * The start of a request; noted at the first call.
     *
     * @param request the request
     * @return its start
     */
    public static RequestStart of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestStart start) {
            return start;
        }
        RequestStart start = new RequestStart(System.nanoTime(), traceId(request.getHeader("traceparent")));
        request.setAttribute(ATTRIBUTE, start);
        return start;
    }

    private static String traceId(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** {@return milliseconds since the request came in, to the microsecond} */
    public double elapsedMillis() {
        return Math.rint((System.nanoTime() - nanos) / 1e3) / 1e3;
    }
}
