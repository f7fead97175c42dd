package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import descentlab.parameter.Settings;
import java.util.List;

/**
 * ASGD as PyTorch has it: x ← x·(1 − λ·η) − η·g with η = lr at first and lr/(1 + λ·lr·t)^α after step t. The average of the points that gives the
 * method its name is kept beside the run and does not move it, so it is not computed here.
 * Source: documentation of torch.optim.ASGD; Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992.
 */
final class Asgd implements Optimizer {
    static final Rule RULE = new Rule(new Declaration("ASGD", List.of(
            Parameter.number("lr", 1e-2, Range.FINITE),
            Parameter.number("lambd", 1e-4, Range.FINITE),
            Parameter.number("alpha", 0.75, Range.FINITE),
            Parameter.number("t0", 1e6, Range.FINITE),
            Parameter.number("weight_decay", 0, Range.NOT_NEGATIVE),
            Parameter.flag("maximize"))), Asgd::new,
            settings -> List.of("s = where(t - 1, s, η)", "x = x (1 - φ s) - s g", "s = η/(1 + φ η t)^α"));

    private final double lambda;
    private final double alpha;
    private final int dimension;
    private final double[] eta;
    private int t;

    private Asgd(Settings settings, int dimension, int lanes) {
        lambda = settings.number("lambd");
        alpha = settings.number("alpha");
        this.dimension = dimension;
        eta = new double[lanes];
    }

    @Override
    public void step(Batch batch) {
        if (t++ == 0) {
            System.arraycopy(batch.rate(), 0, eta, 0, batch.lanes());
        }
        for (int i = 0; i < dimension; i++) {
            step(batch.x()[i], batch.gradient()[i], batch.lanes());
        }
        for (int l = 0; l < batch.lanes(); l++) {
            double lr = batch.rate()[l];
            eta[l] = lr / Math.pow(1 + lambda * lr * t, alpha);
        }
    }

    @Override
    public void drop(int[] ended, int count, int lanes) {
        Batch.drop(ended, count, lanes, eta);
    }

    private void step(double[] x, double[] g, int lanes) {
        for (int l = 0; l < lanes; l++) {
            x[l] = x[l] * (1 - lambda * eta[l]) - eta[l] * g[l];
        }
    }
}
