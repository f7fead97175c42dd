package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.message.InputException;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void aRowAState() throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2&x0=1&lr=0.25,0.5&steps=1");
        assertEquals("run,step,x,loss,gradient_x,lr\r\n\"SGD(lr=0.25)\",0,1,1,2,0.25\r\n\"SGD(lr=0.25)\",1,0.5,0.25,1,\r\n"
            + "\"SGD(lr=0.5)\",0,1,1,2,0.5\r\n\"SGD(lr=0.5)\",1,0,0,0,\r\n", Csv.of(experiment, Results.of(experiment)));
    }

    @Test
    void inThePlane() throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2%2By&x0=1,2&lr=0.5&steps=0");
        assertEquals("run,step,x,y,loss,gradient_x,gradient_y,lr\r\n\"SGD(lr=0.5)\",0,1,2,3,2,1,\r\n", Csv.of(experiment, Results.of(experiment)));
    }
}
