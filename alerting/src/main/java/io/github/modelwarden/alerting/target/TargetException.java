package io.github.modelwarden.alerting.target;

import java.util.List;
import java.util.stream.Collectors;

/** A target cannot express some rules; the message has one sentence for each reason. */
public final class TargetException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> refusals;

    /**
     * Refuses.
     *
     * @param target what people call the target
     * @param refusals the reasons, at least one
     */
    public TargetException(String target, List<Finding> refusals) {
        super(refusals.stream()
                .map(finding -> target + ": " + finding.sentence())
                .collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    /** {@return the reasons} */
    public List<Finding> refusals() {
        return refusals;
    }
}
