package io.github.modelwarden.alerting.evaluation;

import io.github.modelwarden.alerting.Severity;
import java.util.Map;

/** Identity of an alert: the rule, the level (or that nothing can be judged), and the group. */
record AlertKey(String rule, Severity severity, boolean noData, Map<String, String> labels) {}
