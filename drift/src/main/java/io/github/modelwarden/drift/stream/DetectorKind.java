package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.IOException;

/** The detectors that have a byte form, with the codes that stand for them. A code is never given to another kind. */
enum DetectorKind {
    ADWIN(1),
    DDM(2),
    EDDM(3),
    HDDM_A(4),
    HDDM_W(5),
    PAGE_HINKLEY(6),
    CUSUM(7),
    KSWIN(8),
    ECDD(9),
    EWMA(10),
    PERIODIC(100),
    SILENT(101);

    private final int code;

    DetectorKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static RunningDetector read(int code, DataInputStream in) throws IOException {
        for (DetectorKind kind : values()) {
            if (kind.code == code) {
                RunningDetector detector = kind.readState(in);
                detector.readProgress(in);
                return detector;
            }
        }
        throw new IllegalArgumentException("unknown detector kind " + code);
    }

    private RunningDetector readState(DataInputStream in) throws IOException {
        return switch (this) {
            case ADWIN -> AdwinDetector.read(in);
            case DDM -> DdmDetector.read(in);
            case EDDM -> EddmDetector.read(in);
            case HDDM_A -> HddmADetector.read(in);
            case HDDM_W -> HddmWDetector.read(in);
            case PAGE_HINKLEY -> PageHinkleyDetector.read(in);
            case CUSUM -> CusumDetector.read(in);
            case KSWIN -> KswinDetector.read(in);
            case ECDD -> EcddDetector.read(in);
            case EWMA -> EwmaDetector.read(in);
            case PERIODIC -> BaselineDetectors.Periodic.read(in);
            case SILENT -> BaselineDetectors.Silent.read(in);
        };
    }
}
