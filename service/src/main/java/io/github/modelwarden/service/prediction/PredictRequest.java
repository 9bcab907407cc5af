package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.service.web.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * One instance of a prediction request, checked.
 *
 * @param id the client's id for it, if given
 * @param row its features; only for an instance without errors
 * @param errors every field that is wrong
 */
record PredictRequest(Optional<String> id, Row row, List<FieldProblem> errors) {

    boolean valid() {
        return errors.isEmpty();
    }
}
