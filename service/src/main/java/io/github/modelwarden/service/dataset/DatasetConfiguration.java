package io.github.modelwarden.service.dataset;

import io.github.modelwarden.config.SchemaFile;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.settings.ServiceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the data the model starts from, and its schema. */
@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {

    @Bean
    Dataset dataset(ServiceSettings settings) {
        if (settings.data() != null && settings.schema() != null) {
            return CsvDataset.read(settings.data(), SchemaFile.read(settings.schema()));
        }
        return BuiltInDataset.generate(settings.seed(), settings.initialRows());
    }

    @Bean
    Schema schema(Dataset dataset) {
        return dataset.schema();
    }
}
