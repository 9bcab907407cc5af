package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What all detectors of this package share: the check of a value, the count, the new start after a drift, the bytes. */
abstract class RunningDetector implements ChangeDetector {

    private final Domain domain;
    private long observed;
    private boolean drifted;

    RunningDetector(Domain domain) {
        this.domain = domain;
    }

    @Override
    public final Signal accept(double value) {
        domain.require(value, observed);
        if (drifted) {
            drifted = false;
            restart();
        }
        observed++;
        Signal signal = judge(value);
        drifted = signal == Signal.DRIFT;
        return signal;
    }

    @Override
    public final long observed() {
        return observed;
    }

    @Override
    public final byte[] toBytes() {
        return DetectorCodec.write(this);
    }

    /** Takes a value that the domain allows. */
    abstract Signal judge(double value);

    /** Forgets what has been learned. */
    abstract void restart();

    abstract DetectorKind kind();

    /** Writes settings and state, in the order in which the kind reads them. */
    abstract void writeState(DataOutputStream out) throws IOException;

    final void write(DataOutputStream out) throws IOException {
        writeState(out);
        out.writeLong(observed);
        out.writeBoolean(drifted);
    }

    /** Reads what {@link #write} adds to settings and state. */
    final void readProgress(DataInputStream in) throws IOException {
        observed = DetectorCodec.readCount(in);
        drifted = in.readBoolean();
    }
}
