package vn.lienthong.routes.command.bench;

/** What one operation takes: time on the clock, and time on a processor, of all processes it keeps busy. */
record Cost(double wallMicros, double cpuMicros) {
    static final Cost NONE = new Cost(0, 0);

    Cost times(double count) {
        return new Cost(wallMicros * count, cpuMicros * count);
    }

    Cost plus(Cost other) {
        return new Cost(wallMicros + other.wallMicros, cpuMicros + other.cpuMicros);
    }
}
