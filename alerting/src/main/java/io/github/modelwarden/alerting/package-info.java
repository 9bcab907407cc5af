/**
 * One alert rule for every target: the rule model with its file and its sentences, the evaluator that runs rules in process, and the exporters. Rules, readings and evaluations are immutable values; time is an argument.
 */
@NullMarked
package io.github.modelwarden.alerting;

import org.jspecify.annotations.NullMarked;
