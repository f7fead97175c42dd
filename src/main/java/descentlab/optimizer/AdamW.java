package descentlab.optimizer;

import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Range;
import java.util.List;

/**
 * Adam with decoupled weight decay: x ← x·(1 − lr·weight_decay) first, and the gradient stays as it is.
 * Source: documentation of torch.optim.AdamW; Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019.
 */
final class AdamW {
    static final Optimizer.Rule RULE = new Optimizer.Rule(new Declaration("AdamW", List.of(
            Parameter.number("lr", 1e-3, Range.FINITE),
            Adam.PARAMETERS.get(0),
            Adam.PARAMETERS.get(1),
            Parameter.number("weight_decay", 1e-2, Range.NOT_NEGATIVE),
            Adam.PARAMETERS.get(2),
            Adam.PARAMETERS.get(3))), Adam::new, Adam::update);

    private AdamW() {
    }
}
