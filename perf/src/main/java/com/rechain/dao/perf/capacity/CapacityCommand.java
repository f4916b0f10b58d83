package com.rechain.dao.perf.capacity;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.model.ScalabilityLaw;
import com.rechain.dao.perf.plant.Ground;
import com.rechain.dao.perf.plant.GroundWork;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./dao perf capacity --users N [--mix M] [--growth Gx]}: what a load takes and what gives
 * way first, from measured demands. {@code --measure} makes them anew; {@code --check} predicts the
 * knee of two instances from runs of one, and measures it.
 */
public final class CapacityCommand implements Command {
    private static final double ALLOWED_ERROR = 0.2;

    @Override
    public String usage() {
        return "--users N [--mix default|reading|voting] [--growth Gx] [--database-cores C] |"
                + " --measure | --check   plans what a load takes";
    }

    @Override
    public int run(Path root, List<String> arguments) throws Exception {
        if (arguments.equals(List.of("--measure"))) {
            Demands demands = DemandRuns.on(root);
            demands.write(root.resolve(Demands.FILE));
            System.out.println(PlanText.of(demands));
            return 0;
        }
        if (arguments.equals(List.of("--check"))) {
            return check(root);
        }
        CapacityArguments asked = CapacityArguments.of(arguments);
        Demands demands = Demands.read(root.resolve(Demands.FILE));
        System.out.println(
                PlanText.of(
                        demands,
                        CapacityPlan.of(
                                demands, asked.mix(), asked.users(), asked.databaseCores())));
        if (asked.growth() != 1) {
            long grown = Math.round(asked.users() * asked.growth());
            System.out.println(
                    PlanText.of(
                            demands,
                            CapacityPlan.of(demands, asked.mix(), grown, asked.databaseCores())));
        }
        return 0;
    }

    private static int check(Path root) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors * 1.0 < 3 * Knee.CORES) {
            throw new UsageException("Two instances do not fit on this machine.");
        }
        try (OwnPlatform platform = GroundWork.platform(root)) {
            Ground ground = GroundWork.at(platform.gateway());
            System.out.println("One instance");
            Knee one = Knee.of(platform, ground, 1);
            double predicted = 2 * one.perSecond();
            System.out.println("Two instances");
            Knee two = Knee.of(platform, ground, 2);
            double error = Math.abs(predicted - two.perSecond()) / two.perSecond();
            System.out.printf(
                    Locale.ROOT,
                    "One instance of %.1f cores: knee at %.0f/s, %.0f us of CPU a request; the"
                            + " utilisation law says %.0f/s.%nTwo: %.0f/s predicted, %.0f/s measured,"
                            + " %.0f %% off (at most %.0f %%).%n",
                    Knee.CORES,
                    one.perSecond(),
                    one.microsPerRequest(),
                    Knee.CORES * 1e6 / one.microsPerRequest(),
                    predicted,
                    two.perSecond(),
                    100 * error,
                    100 * ALLOWED_ERROR);
            System.out.println(law(one));
            return error <= ALLOWED_ERROR ? 0 : 1;
        }
    }

    private static String law(Knee knee) {
        if (knee.points().size() < ScalabilityLaw.FEWEST) {
            return "Too few steps below the knee to fit a scalability law.";
        }
        ScalabilityLaw law = ScalabilityLaw.fit(knee.points());
        return String.format(
                Locale.ROOT,
                "Scalability law of one instance: %.0f/s alone, contention %.3f, coherence %.5f: at"
                        + " most %.0f/s.",
                law.alone(),
                law.contention(),
                law.coherence(),
                law.limit());
    }
}
