package descentlab.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.parameter.Settings;
import org.junit.jupiter.api.Test;

class ManualTest {
    @Test
    void ratesTakeOverAtTheirMilestones() {
        Settings settings = Manual.changedAt(Manual.changedAt(null, 2, 0.5), 4, 0.25);
        assertEquals("Manual(milestones=(2,4),rates=(0.5,0.25))", settings.text());
        Schedule schedule = Schedules.named("Manual").start().start(settings, 1);
        double[] rates = {1, 1, 0.5, 0.5, 0.25, 0.25};
        for (int step = 0; step < rates.length; step++) {
            assertEquals(rates[step], schedule.rate(step, 0));
        }
    }

    @Test
    void anEarlierChangeTakesTheLaterOnesAway() {
        Settings settings = Manual.changedAt(Manual.changedAt(Manual.changedAt(null, 2, 0.5), 4, 0.25), 3, 0.1);
        assertEquals("Manual(milestones=(2,3),rates=(0.5,0.1))", settings.text());
    }
}
