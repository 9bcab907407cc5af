import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineCodec;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes the files of format version 1; README.md beside it says how it is run. */
public final class MakeVersion1 {

    public static void main(String[] args) throws Exception {
        double[] age = new double[60];
        double[] same = new double[60];
        List<String> plan = new ArrayList<>();
        List<String> city = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            age[i] = i % 12 == 5 ? Double.NaN : 18.5 + (i * 37) % 50;
            same[i] = 7;
            plan.add(i % 9 == 4 ? null : i % 3 == 0 ? "basic" : "größer");
            city.add(i % 7 == 0 ? "village" + i : i % 2 == 0 ? "bonn" : "ulm");
        }
        Table table = Table.of(List.of(
                NumericColumn.of("age", age),
                NumericColumn.of("same", same),
                CategoricalColumn.of("plan", plan),
                CategoricalColumn.of("city", city)));
        Baseline whole = Baseline.of(table, 5);
        write(Path.of("baseline.mwp"), whole);
        // of "age" fewer values are kept than were counted
        write(Path.of("sampled.mwp"), Baseline.of(whole.profile(), Map.of("age", Arrays.copyOf(age, 5))));
        Files.write(Path.of("profile.mwpd"), whole.profile().toBytes());

        StringBuilder facts = new StringBuilder("id=" + whole.id() + "\n");
        for (FeatureProfile feature : whole.profile().features()) {
            facts.append(feature.feature()).append(".counts=").append(Arrays.toString(feature.counts())).append('\n');
            facts.append(feature.feature()).append(".mean=").append(feature.moments().mean()).append('\n');
            facts.append(feature.feature()).append(".variance=").append(feature.moments().variance()).append('\n');
        }
        System.out.print(facts);
    }

    private static void write(Path file, Baseline baseline) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            BaselineCodec.write(baseline, out);
        }
    }
}
