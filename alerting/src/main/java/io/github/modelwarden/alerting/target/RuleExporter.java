package io.github.modelwarden.alerting.target;

import io.github.modelwarden.alerting.RuleSet;
import java.util.List;

/** Translates rules for a target, or says where it cannot express them. Implementations are immutable. */
public interface RuleExporter {

    /**
     * Looks for what the target cannot express, and for what it would silently get wrong.
     *
     * @param rules the rules
     * @return what was found, in the order of the rules
     */
    List<Finding> check(RuleSet rules);

    /**
     * Translates rules.
     *
     * @param rules the rules
     * @return the files
     * @throws TargetException if {@link #check} finds a reason to refuse
     */
    Export export(RuleSet rules);
}
