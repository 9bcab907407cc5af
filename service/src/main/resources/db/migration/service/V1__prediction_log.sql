-- The prediction log and the ground truth that belongs to it. Runs on H2 and PostgreSQL.
create table prediction (
  prediction_id varchar(64) primary key,
  predicted_at timestamp(3) with time zone not null,
  model varchar(120) not null,
  version varchar(64) not null,
  label varchar(200) not null,
  score double precision not null,
  features varchar(1048576) not null,
  latency_ms double precision not null,
  trace_id varchar(64) not null
);
create index prediction_by_time on prediction (predicted_at);

create table feedback (
  prediction_id varchar(64) primary key references prediction (prediction_id),
  actual varchar(200) not null,
  observed_at timestamp(3) with time zone,
  received_at timestamp(3) with time zone not null
);
create index feedback_by_time on feedback (received_at);
