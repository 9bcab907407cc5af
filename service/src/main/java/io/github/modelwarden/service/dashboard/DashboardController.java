package io.github.modelwarden.service.dashboard;

import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.dashboards.StandardModelDashboard;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/dashboard}: the standard dashboard that the live page follows. */
@RestController
final class DashboardController {

    private final Map<String, Object> dashboard;

    DashboardController(Schema schema, RuleSet rules) {
        this.dashboard = StandardModelDashboard.of(schema, rules).toMap();
    }

    @GetMapping("/api/dashboard")
    Map<String, Object> dashboard() {
        return dashboard;
    }
}
