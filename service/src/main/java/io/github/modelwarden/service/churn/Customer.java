package io.github.modelwarden.service.churn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One generated customer. */
record Customer(
        double age,
        double tenureMonths,
        double monthlyCharges,
        double totalCharges,
        int supportCalls,
        String contract,
        String paymentMethod,
        String internetService,
        boolean paperless) {

    /** The features as a client would send them; a customer without a full month has no total yet. */
    Map<String, @Nullable Object> features() {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        features.put("customer_age", age);
        features.put("tenure_months", tenureMonths);
        features.put("monthly_charges", monthlyCharges);
        features.put("total_charges", tenureMonths == 0 ? null : totalCharges);
        features.put("support_calls_90d", (double) supportCalls);
        features.put("contract", contract);
        features.put("payment_method", paymentMethod);
        features.put("internet_service", internetService);
        features.put("paperless_billing", paperless ? "yes" : "no");
        features.put("senior_citizen", age >= 65 ? "yes" : "no");
        return features;
    }
}
