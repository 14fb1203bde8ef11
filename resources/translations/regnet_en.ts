<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>regnet::DispatcherWorker</name>
    <message numerus="yes">
        <source>%1: %n training(s) queued</source>
        <translation>
            <numerusform>%1: %n training queued</numerusform>
            <numerusform>%1: %n trainings queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported result(s) taken away again</source>
        <translation>
            <numerusform>%n imported result taken away again</numerusform>
            <numerusform>%n imported results taken away again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) sent to %1</source>
        <translation>
            <numerusform>%n job sent to %1</numerusform>
            <numerusform>%n jobs sent to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n array(s) written to %1: on the cluster, &quot;sbatch batch.sh&quot; in each of its folders slurm/…</source>
        <translation>
            <numerusform>%n array written to %1: on the cluster, &quot;sbatch batch.sh&quot; in its folder slurm/…</numerusform>
            <numerusform>%n arrays written to %1: on the cluster, &quot;sbatch batch.sh&quot; in each of its folders slurm/…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>regnet::QueuePanel</name>
    <message numerus="yes">
        <source>%n selected job(s)</source>
        <translation>
            <numerusform>%n selected job</numerusform>
            <numerusform>%n selected jobs</numerusform>
        </translation>
    </message>
</context>
</TS>
