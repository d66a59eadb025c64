CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE board (
    board_id VARCHAR(5) NOT NULL,
    name VARCHAR(120) NOT NULL,
    is_example BOOLEAN NOT NULL,
    as_of DATE,
    pupils_per_device FLOAT NOT NULL,
    nearly_share FLOAT NOT NULL,
    stale_after_days INTEGER NOT NULL,
    CONSTRAINT pk_board PRIMARY KEY (board_id)
);
CREATE TABLE audit_line (
    board_id VARCHAR(5) NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER NOT NULL,
    at DATETIME NOT NULL,
    person_id VARCHAR(40) NOT NULL,
    person_name VARCHAR(120) NOT NULL,
    what VARCHAR(40) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    "before" JSON,
    "after" JSON,
    CONSTRAINT pk_audit_line PRIMARY KEY (board_id, version, line),
    CONSTRAINT fk_audit_line_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE board_meeting (
    board_id VARCHAR(5) NOT NULL,
    day DATE NOT NULL,
    CONSTRAINT pk_board_meeting PRIMARY KEY (board_id, day),
    CONSTRAINT fk_board_meeting_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE competence (
    board_id VARCHAR(5) NOT NULL,
    "key" VARCHAR(40) NOT NULL,
    name VARCHAR(120) NOT NULL,
    source VARCHAR(20) NOT NULL,
    points INTEGER NOT NULL,
    wanted INTEGER,
    visions JSON NOT NULL,
    CONSTRAINT pk_competence PRIMARY KEY (board_id, "key"),
    CONSTRAINT fk_competence_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE competence_idea (
    board_id VARCHAR(5) NOT NULL,
    idea_id INTEGER NOT NULL,
    text VARCHAR(200) NOT NULL,
    competence VARCHAR(40),
    CONSTRAINT pk_competence_idea PRIMARY KEY (board_id, idea_id),
    CONSTRAINT fk_competence_idea_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE competence_offer (
    board_id VARCHAR(5) NOT NULL,
    offer_id INTEGER NOT NULL,
    title VARCHAR(160) NOT NULL,
    hours INTEGER NOT NULL,
    state VARCHAR(10) NOT NULL,
    starts_on DATE,
    competences JSON NOT NULL,
    CONSTRAINT pk_competence_offer PRIMARY KEY (board_id, offer_id),
    CONSTRAINT fk_competence_offer_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE competence_scale (
    board_id VARCHAR(5) NOT NULL,
    scale VARCHAR(20) NOT NULL,
    CONSTRAINT pk_competence_scale PRIMARY KEY (board_id),
    CONSTRAINT fk_competence_scale_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE competence_set (
    board_id VARCHAR(5) NOT NULL,
    version INTEGER NOT NULL,
    adopted_on DATE NOT NULL,
    adopted_at DATETIME NOT NULL,
    adopted_by VARCHAR(120) NOT NULL,
    scale VARCHAR(20) NOT NULL,
    members JSON NOT NULL,
    CONSTRAINT pk_competence_set PRIMARY KEY (board_id, version),
    CONSTRAINT fk_competence_set_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE data_version (
    board_id VARCHAR(5) NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_data_version PRIMARY KEY (board_id),
    CONSTRAINT fk_data_version_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE dpia (
    board_id VARCHAR(5) NOT NULL,
    entry_id INTEGER NOT NULL,
    subject VARCHAR(200) NOT NULL,
    needed BOOLEAN,
    why TEXT NOT NULL,
    done_on DATE,
    result TEXT NOT NULL,
    review_on DATE,
    CONSTRAINT pk_dpia PRIMARY KEY (board_id, entry_id),
    CONSTRAINT fk_dpia_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE kind_setting (
    board_id VARCHAR(5) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    life_years INTEGER NOT NULL,
    price_cents INTEGER NOT NULL,
    CONSTRAINT pk_kind_setting PRIMARY KEY (board_id, kind),
    CONSTRAINT fk_kind_setting_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE person (
    board_id VARCHAR(5) NOT NULL,
    person_id VARCHAR(40) NOT NULL,
    name VARCHAR(120) NOT NULL,
    role VARCHAR(20) NOT NULL,
    language VARCHAR(2),
    CONSTRAINT pk_person PRIMARY KEY (board_id, person_id),
    CONSTRAINT fk_person_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE plan_version (
    board_id VARCHAR(5) NOT NULL,
    version INTEGER NOT NULL,
    name VARCHAR(60) NOT NULL,
    as_of DATE NOT NULL,
    approved_at DATETIME NOT NULL,
    approved_by VARCHAR(120) NOT NULL,
    figures JSON NOT NULL,
    CONSTRAINT pk_plan_version PRIMARY KEY (board_id, version),
    CONSTRAINT fk_plan_version_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE plan_year (
    board_id VARCHAR(5) NOT NULL,
    year INTEGER NOT NULL,
    CONSTRAINT pk_plan_year PRIMARY KEY (board_id, year),
    CONSTRAINT fk_plan_year_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE planning_rules (
    board_id VARCHAR(5) NOT NULL,
    chosen JSON NOT NULL,
    CONSTRAINT pk_planning_rules PRIMARY KEY (board_id),
    CONSTRAINT fk_planning_rules_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE privacy_ambition (
    board_id VARCHAR(5) NOT NULL,
    framework VARCHAR(20) NOT NULL,
    target_level INTEGER NOT NULL,
    deadline DATE,
    CONSTRAINT pk_privacy_ambition PRIMARY KEY (board_id),
    CONSTRAINT fk_privacy_ambition_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE privacy_measure (
    board_id VARCHAR(5) NOT NULL,
    measure_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    title VARCHAR(300) NOT NULL,
    owner VARCHAR(120) NOT NULL,
    due DATE NOT NULL,
    state VARCHAR(10) NOT NULL,
    norm VARCHAR(12),
    "on" DATE NOT NULL,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_measure PRIMARY KEY (board_id, measure_id, version),
    CONSTRAINT fk_privacy_measure_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE privacy_norm (
    board_id VARCHAR(5) NOT NULL,
    framework VARCHAR(20) NOT NULL,
    code VARCHAR(12) NOT NULL,
    domain VARCHAR(8) NOT NULL,
    title VARCHAR(300) NOT NULL,
    target INTEGER,
    CONSTRAINT pk_privacy_norm PRIMARY KEY (board_id, framework, code),
    CONSTRAINT fk_privacy_norm_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE privacy_policy (
    board_id VARCHAR(5) NOT NULL,
    number INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    text TEXT NOT NULL,
    reference VARCHAR(400) NOT NULL,
    changed TEXT NOT NULL,
    drafted_on DATE NOT NULL,
    planned_on DATE,
    review_on DATE,
    adopted_on DATE,
    consent_on DATE,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_policy PRIMARY KEY (board_id, number),
    CONSTRAINT fk_privacy_policy_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE privacy_question (
    board_id VARCHAR(5) NOT NULL,
    question_id INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    question TEXT NOT NULL,
    partners JSON NOT NULL,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_question PRIMARY KEY (board_id, question_id),
    CONSTRAINT fk_privacy_question_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE privacy_score (
    board_id VARCHAR(5) NOT NULL,
    framework VARCHAR(20) NOT NULL,
    code VARCHAR(12) NOT NULL,
    version INTEGER NOT NULL,
    level INTEGER NOT NULL,
    scored_on DATE NOT NULL,
    evidence VARCHAR(1000) NOT NULL,
    owner VARCHAR(120) NOT NULL,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_score PRIMARY KEY (board_id, framework, code, version),
    CONSTRAINT fk_privacy_score_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE processing (
    board_id VARCHAR(5) NOT NULL,
    entry_id INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    purpose TEXT NOT NULL,
    legal_basis VARCHAR(20),
    subjects TEXT NOT NULL,
    data TEXT NOT NULL,
    recipients TEXT NOT NULL,
    retention TEXT NOT NULL,
    owner TEXT NOT NULL,
    processors JSON NOT NULL,
    CONSTRAINT pk_processing PRIMARY KEY (board_id, entry_id),
    CONSTRAINT fk_processing_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE processor (
    board_id VARCHAR(5) NOT NULL,
    entry_id INTEGER NOT NULL,
    party VARCHAR(200) NOT NULL,
    product TEXT NOT NULL,
    model VARCHAR(10),
    signed_on DATE,
    ends_on DATE,
    CONSTRAINT pk_processor PRIMARY KEY (board_id, entry_id),
    CONSTRAINT fk_processor_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE publication (
    board_id VARCHAR(5) NOT NULL,
    version INTEGER NOT NULL,
    as_of DATE NOT NULL,
    published_at DATETIME NOT NULL,
    published_by VARCHAR(120) NOT NULL,
    figures JSON NOT NULL,
    CONSTRAINT pk_publication PRIMARY KEY (board_id, version),
    CONSTRAINT fk_publication_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE purchase_round (
    board_id VARCHAR(5) NOT NULL,
    round_id INTEGER NOT NULL,
    "on" DATE NOT NULL,
    budget_cents BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    CONSTRAINT pk_purchase_round PRIMARY KEY (board_id, round_id),
    CONSTRAINT fk_purchase_round_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE quality_team (
    board_id VARCHAR(5) NOT NULL,
    team_id INTEGER NOT NULL,
    name VARCHAR(120) NOT NULL,
    theme VARCHAR(200) NOT NULL,
    state VARCHAR(12) NOT NULL,
    started_on DATE,
    CONSTRAINT pk_quality_team PRIMARY KEY (board_id, team_id),
    CONSTRAINT fk_quality_team_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE remembered (
    board_id VARCHAR(5) NOT NULL,
    scope VARCHAR(6) NOT NULL,
    what VARCHAR(10) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    value JSON NOT NULL,
    chosen_at DATETIME NOT NULL,
    chosen_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_remembered PRIMARY KEY (board_id, scope, what, "key"),
    CONSTRAINT fk_remembered_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE scenario (
    board_id VARCHAR(5) NOT NULL,
    scenario_id INTEGER NOT NULL,
    name VARCHAR(60) NOT NULL,
    budgets JSON NOT NULL,
    wishes JSON NOT NULL,
    changed_at DATETIME NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_scenario PRIMARY KEY (board_id, scenario_id),
    CONSTRAINT fk_scenario_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE school (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    name VARCHAR(120) NOT NULL,
    place VARCHAR(80) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    street VARCHAR(120) NOT NULL,
    postcode VARCHAR(10) NOT NULL,
    website VARCHAR(200) NOT NULL,
    own_target FLOAT,
    CONSTRAINT pk_school PRIMARY KEY (board_id, school_id),
    CONSTRAINT fk_school_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE vision_statement (
    board_id VARCHAR(5) NOT NULL,
    vision_id INTEGER NOT NULL,
    text VARCHAR(400) NOT NULL,
    CONSTRAINT pk_vision_statement PRIMARY KEY (board_id, vision_id),
    CONSTRAINT fk_vision_statement_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE
);
CREATE TABLE calendar_feed (
    board_id VARCHAR(5) NOT NULL,
    person_id VARCHAR(40) NOT NULL,
    serial VARCHAR(40) NOT NULL,
    CONSTRAINT pk_calendar_feed PRIMARY KEY (board_id, person_id),
    CONSTRAINT fk_calendar_feed_person FOREIGN KEY(board_id, person_id) REFERENCES person (board_id, person_id) ON DELETE CASCADE
);
CREATE TABLE goal (
    board_id VARCHAR(5) NOT NULL,
    year INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    short VARCHAR(30) NOT NULL,
    CONSTRAINT pk_goal PRIMARY KEY (board_id, year, goal),
    CONSTRAINT fk_goal_plan_year FOREIGN KEY(board_id, year) REFERENCES plan_year (board_id, year) ON DELETE CASCADE
);
CREATE TABLE help_request (
    board_id VARCHAR(5) NOT NULL,
    request_id INTEGER NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    asked_on DATE NOT NULL,
    kind VARCHAR(20) NOT NULL,
    asked VARCHAR(300) NOT NULL,
    declined_on DATE,
    reason VARCHAR(300) NOT NULL,
    CONSTRAINT pk_help_request PRIMARY KEY (board_id, request_id),
    CONSTRAINT fk_help_request_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE incident (
    board_id VARCHAR(5) NOT NULL,
    incident_id INTEGER NOT NULL,
    school_id VARCHAR(6),
    CONSTRAINT pk_incident PRIMARY KEY (board_id, incident_id),
    CONSTRAINT fk_incident_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE,
    CONSTRAINT fk_incident_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE inventory (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    version INTEGER NOT NULL,
    holds_from DATE NOT NULL,
    counted_on DATE NOT NULL,
    confirmed_at DATETIME NOT NULL,
    confirmed_by VARCHAR(120) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    file_sha256 VARCHAR(64) NOT NULL,
    layout VARCHAR(30) NOT NULL,
    devices INTEGER NOT NULL,
    changes JSON NOT NULL,
    restored_from INTEGER,
    CONSTRAINT pk_inventory PRIMARY KEY (board_id, school_id, version),
    CONSTRAINT fk_inventory_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE own_forecast (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    count_date DATE NOT NULL,
    pupils INTEGER NOT NULL,
    CONSTRAINT pk_own_forecast PRIMARY KEY (board_id, school_id, count_date),
    CONSTRAINT fk_own_forecast_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE person_school (
    board_id VARCHAR(5) NOT NULL,
    person_id VARCHAR(40) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    CONSTRAINT pk_person_school PRIMARY KEY (board_id, person_id, school_id),
    CONSTRAINT fk_person_school_person FOREIGN KEY(board_id, person_id) REFERENCES person (board_id, person_id) ON DELETE CASCADE
);
CREATE TABLE privacy_activity (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    activity_id INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    title VARCHAR(120) NOT NULL,
    held_on DATE NOT NULL,
    audiences JSON NOT NULL,
    led_by VARCHAR(120) NOT NULL,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_activity PRIMARY KEY (board_id, school_id, activity_id),
    CONSTRAINT fk_privacy_activity_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE privacy_answers (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    audience VARCHAR(10) NOT NULL,
    held_on DATE NOT NULL,
    question VARCHAR(8) NOT NULL,
    counts JSON NOT NULL,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_answers PRIMARY KEY (board_id, school_id, audience, held_on, question),
    CONSTRAINT fk_privacy_answers_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE privacy_question_log (
    board_id VARCHAR(5) NOT NULL,
    question_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    "on" DATE NOT NULL,
    step VARCHAR(12) NOT NULL,
    note TEXT NOT NULL,
    entered_at DATETIME NOT NULL,
    entered_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_privacy_question_log PRIMARY KEY (board_id, question_id, version),
    CONSTRAINT fk_privacy_question_log_privacy_question FOREIGN KEY(board_id, question_id) REFERENCES privacy_question (board_id, question_id) ON DELETE CASCADE
);
CREATE TABLE pupil_count (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    count_date DATE NOT NULL,
    total INTEGER NOT NULL,
    lower INTEGER,
    middle INTEGER,
    upper INTEGER,
    ages JSON,
    source VARCHAR(10) NOT NULL,
    entered_at DATETIME NOT NULL,
    CONSTRAINT pk_pupil_count PRIMARY KEY (board_id, school_id, count_date),
    CONSTRAINT fk_pupil_count_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE purchase_order (
    board_id VARCHAR(5) NOT NULL,
    order_id INTEGER NOT NULL,
    plan_version INTEGER NOT NULL,
    round_id INTEGER NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    supplier VARCHAR(80) NOT NULL,
    count INTEGER NOT NULL,
    price_cents BIGINT NOT NULL,
    ordered_on DATE NOT NULL,
    not_coming INTEGER NOT NULL,
    closed_on DATE,
    closed_because VARCHAR(200) NOT NULL,
    CONSTRAINT pk_purchase_order PRIMARY KEY (board_id, order_id),
    CONSTRAINT fk_purchase_order_plan_version FOREIGN KEY(board_id, plan_version) REFERENCES plan_version (board_id, version) ON DELETE CASCADE,
    CONSTRAINT fk_purchase_order_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE rights_request (
    board_id VARCHAR(5) NOT NULL,
    entry_id INTEGER NOT NULL,
    school_id VARCHAR(6),
    reference VARCHAR(200) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    received_on DATE NOT NULL,
    extended_on DATE,
    answered_on DATE,
    outcome TEXT NOT NULL,
    CONSTRAINT pk_rights_request PRIMARY KEY (board_id, entry_id),
    CONSTRAINT fk_rights_request_board FOREIGN KEY(board_id) REFERENCES board (board_id) ON DELETE CASCADE,
    CONSTRAINT fk_rights_request_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE round_price (
    board_id VARCHAR(5) NOT NULL,
    round_id INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    price_cents INTEGER NOT NULL,
    CONSTRAINT pk_round_price PRIMARY KEY (board_id, round_id, kind),
    CONSTRAINT fk_round_price_purchase_round FOREIGN KEY(board_id, round_id) REFERENCES purchase_round (board_id, round_id) ON DELETE CASCADE
);
CREATE TABLE school_choice (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    chosen JSON NOT NULL,
    CONSTRAINT pk_school_choice PRIMARY KEY (board_id, school_id),
    CONSTRAINT fk_school_choice_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE self_scan (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    scanned_on DATE NOT NULL,
    scale VARCHAR(20) NOT NULL,
    asked JSON NOT NULL,
    CONSTRAINT pk_self_scan PRIMARY KEY (board_id, school_id, scanned_on),
    CONSTRAINT fk_self_scan_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE team_member (
    board_id VARCHAR(5) NOT NULL,
    member_id INTEGER NOT NULL,
    team_id INTEGER NOT NULL,
    name VARCHAR(120) NOT NULL,
    person_id VARCHAR(40),
    is_active BOOLEAN NOT NULL,
    CONSTRAINT pk_team_member PRIMARY KEY (board_id, member_id),
    CONSTRAINT fk_team_member_quality_team FOREIGN KEY(board_id, team_id) REFERENCES quality_team (board_id, team_id) ON DELETE CASCADE
);
CREATE TABLE cohort (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    version INTEGER NOT NULL,
    cohort INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    purchased_earliest DATE,
    purchased_latest DATE,
    audience VARCHAR(10) NOT NULL,
    status VARCHAR(12) NOT NULL,
    level VARCHAR(10) NOT NULL,
    support_until DATE,
    count INTEGER NOT NULL,
    value_cents BIGINT NOT NULL,
    priced INTEGER NOT NULL,
    CONSTRAINT pk_cohort PRIMARY KEY (board_id, school_id, version, cohort),
    CONSTRAINT fk_cohort_inventory FOREIGN KEY(board_id, school_id, version) REFERENCES inventory (board_id, school_id, version) ON DELETE CASCADE
);
CREATE TABLE delivery (
    board_id VARCHAR(5) NOT NULL,
    delivery_id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    delivered_on DATE NOT NULL,
    price_cents BIGINT NOT NULL,
    booked_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_delivery PRIMARY KEY (board_id, delivery_id),
    CONSTRAINT fk_delivery_purchase_order FOREIGN KEY(board_id, order_id) REFERENCES purchase_order (board_id, order_id) ON DELETE CASCADE
);
CREATE TABLE incident_step (
    board_id VARCHAR(5) NOT NULL,
    incident_id INTEGER NOT NULL,
    step INTEGER NOT NULL,
    at DATETIME NOT NULL,
    person_id VARCHAR(40) NOT NULL,
    person_name VARCHAR(120) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    facts JSON NOT NULL,
    CONSTRAINT pk_incident_step PRIMARY KEY (board_id, incident_id, step),
    CONSTRAINT fk_incident_step_incident FOREIGN KEY(board_id, incident_id) REFERENCES incident (board_id, incident_id) ON DELETE CASCADE
);
CREATE TABLE lot (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    version INTEGER NOT NULL,
    lot INTEGER NOT NULL,
    sheet VARCHAR(40) NOT NULL,
    "row" INTEGER NOT NULL,
    "column" VARCHAR(3),
    kind VARCHAR(20) NOT NULL,
    brand VARCHAR(60),
    model VARCHAR(120),
    model_as_written VARCHAR(200),
    serial VARCHAR(60),
    count INTEGER NOT NULL,
    purchased_as_written VARCHAR(60),
    purchased_precision VARCHAR(12) NOT NULL,
    purchased_earliest DATE,
    purchased_latest DATE,
    price_cents BIGINT,
    price_vat VARCHAR(10) NOT NULL,
    status VARCHAR(12) NOT NULL,
    audience VARCHAR(10) NOT NULL,
    location VARCHAR(80),
    level VARCHAR(10) NOT NULL,
    support_until DATE, support_source VARCHAR(14) DEFAULT 'unknown' NOT NULL,
    CONSTRAINT pk_lot PRIMARY KEY (board_id, school_id, version, lot),
    CONSTRAINT fk_lot_inventory FOREIGN KEY(board_id, school_id, version) REFERENCES inventory (board_id, school_id, version) ON DELETE CASCADE
);
CREATE TABLE member_hours (
    board_id VARCHAR(5) NOT NULL,
    member_id INTEGER NOT NULL,
    school_year INTEGER NOT NULL,
    hours INTEGER NOT NULL,
    CONSTRAINT pk_member_hours PRIMARY KEY (board_id, member_id, school_year),
    CONSTRAINT fk_member_hours_team_member FOREIGN KEY(board_id, member_id) REFERENCES team_member (board_id, member_id) ON DELETE CASCADE
);
CREATE TABLE member_school (
    board_id VARCHAR(5) NOT NULL,
    member_id INTEGER NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    CONSTRAINT pk_member_school PRIMARY KEY (board_id, member_id, school_id),
    CONSTRAINT fk_member_school_team_member FOREIGN KEY(board_id, member_id) REFERENCES team_member (board_id, member_id) ON DELETE CASCADE,
    CONSTRAINT fk_member_school_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE
);
CREATE TABLE self_scan_count (
    board_id VARCHAR(5) NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    scanned_on DATE NOT NULL,
    competence VARCHAR(40) NOT NULL,
    level INTEGER NOT NULL,
    teachers INTEGER NOT NULL,
    CONSTRAINT pk_self_scan_count PRIMARY KEY (board_id, school_id, scanned_on, competence, level),
    CONSTRAINT fk_self_scan_count_self_scan FOREIGN KEY(board_id, school_id, scanned_on) REFERENCES self_scan (board_id, school_id, scanned_on) ON DELETE CASCADE
);
CREATE TABLE sub_goal (
    board_id VARCHAR(5) NOT NULL,
    year INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    sub_goal INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    measure VARCHAR(30) NOT NULL,
    CONSTRAINT pk_sub_goal PRIMARY KEY (board_id, year, goal, sub_goal),
    CONSTRAINT fk_sub_goal_goal FOREIGN KEY(board_id, year, goal) REFERENCES goal (board_id, year, goal) ON DELETE CASCADE
);
CREATE TABLE visit (
    board_id VARCHAR(5) NOT NULL,
    visit_id INTEGER NOT NULL,
    school_id VARCHAR(6) NOT NULL,
    member_id INTEGER NOT NULL,
    day DATE NOT NULL,
    minutes INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    state VARCHAR(12) NOT NULL,
    at TIME,
    asked VARCHAR(300) NOT NULL,
    competence VARCHAR(40),
    follow_up VARCHAR(300) NOT NULL,
    follow_up_on DATE,
    follow_up_done BOOLEAN NOT NULL,
    request_id INTEGER,
    sequence INTEGER NOT NULL,
    changed_at DATETIME NOT NULL,
    CONSTRAINT pk_visit PRIMARY KEY (board_id, visit_id),
    CONSTRAINT fk_visit_school FOREIGN KEY(board_id, school_id) REFERENCES school (board_id, school_id) ON DELETE CASCADE,
    CONSTRAINT fk_visit_team_member FOREIGN KEY(board_id, member_id) REFERENCES team_member (board_id, member_id) ON DELETE CASCADE,
    CONSTRAINT fk_visit_help_request FOREIGN KEY(board_id, request_id) REFERENCES help_request (board_id, request_id) ON DELETE CASCADE
);
CREATE TABLE judgement (
    board_id VARCHAR(5) NOT NULL,
    year INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    sub_goal INTEGER NOT NULL,
    line INTEGER NOT NULL,
    day DATE NOT NULL,
    at DATETIME NOT NULL,
    person_name VARCHAR(120) NOT NULL,
    course VARCHAR(12) NOT NULL,
    confidence VARCHAR(6) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    CONSTRAINT pk_judgement PRIMARY KEY (board_id, year, goal, sub_goal, line),
    CONSTRAINT fk_judgement_sub_goal FOREIGN KEY(board_id, year, goal, sub_goal) REFERENCES sub_goal (board_id, year, goal, sub_goal) ON DELETE CASCADE
);
CREATE TABLE milestone (
    board_id VARCHAR(5) NOT NULL,
    year INTEGER NOT NULL,
    milestone INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    sub_goal INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    short VARCHAR(30) NOT NULL,
    owner VARCHAR(80) NOT NULL,
    due DATE NOT NULL,
    state VARCHAR(12) NOT NULL,
    evidence VARCHAR(300) NOT NULL,
    link VARCHAR(400) NOT NULL,
    CONSTRAINT pk_milestone PRIMARY KEY (board_id, year, milestone),
    CONSTRAINT fk_milestone_sub_goal FOREIGN KEY(board_id, year, goal, sub_goal) REFERENCES sub_goal (board_id, year, goal, sub_goal) ON DELETE CASCADE
);
CREATE TABLE milestone_log (
    board_id VARCHAR(5) NOT NULL,
    year INTEGER NOT NULL,
    milestone INTEGER NOT NULL,
    line INTEGER NOT NULL,
    day DATE NOT NULL,
    at DATETIME NOT NULL,
    person_name VARCHAR(120) NOT NULL,
    field VARCHAR(12) NOT NULL,
    "before" VARCHAR(400),
    "after" VARCHAR(400) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    CONSTRAINT pk_milestone_log PRIMARY KEY (board_id, year, milestone, line),
    CONSTRAINT fk_milestone_log_milestone FOREIGN KEY(board_id, year, milestone) REFERENCES milestone (board_id, year, milestone) ON DELETE CASCADE
);
INSERT INTO alembic_version VALUES ('0009');
INSERT INTO board ("board_id", "name", "is_example", "as_of", "pupils_per_device", "nearly_share", "stale_after_days") VALUES ('47920', 'Dynamiek Scholengroep', 1, '2018-05-01', 4.0, 0.1, 180);
INSERT INTO audit_line ("board_id", "version", "line", "at", "person_id", "person_name", "what", "subject", "before", "after") VALUES ('47920', 370, 1, '2017-11-14 12:30:00.000000', 'ibp', 'IBP-coördinator', 'incident', '1', 'null', 'null');
INSERT INTO board_meeting ("board_id", "day") VALUES ('47920', '2018-01-24');
INSERT INTO competence ("board_id", "key", "name", "source", "points", "wanted", "visions") VALUES ('47920', 'own-1', 'Afstemmen op verschillen met ict', 'own', 31, 3, '[1]');
INSERT INTO competence_idea ("board_id", "idea_id", "text", "competence") VALUES ('47920', 9, 'Mediawijsheid', 'own-4');
INSERT INTO competence_offer ("board_id", "offer_id", "title", "hours", "state", "starts_on", "competences") VALUES ('47920', 2, 'Mediawijs in de klas', 8, 'running', '2018-03-14', '["own-4"]');
INSERT INTO competence_scale ("board_id", "scale") VALUES ('47920', 'four');
INSERT INTO competence_set ("board_id", "version", "adopted_on", "adopted_at", "adopted_by", "scale", "members") VALUES ('47920', 136, '2018-02-12', '2018-02-12 10:00:00.000000', 'Bestuursvoorzitter', 'four', '[{"key": "own-1", "name": "Afstemmen op verschillen met ict", "source": "own", "points": 31, "wanted": 3, "visions": ["Leren vanuit talenten en mogelijkheden."]}, {"key": "own-3", "name": "Samen leren in een digitale omgeving", "source": "own", "points": 27, "wanted": 3, "visions": ["Leren vanuit talenten en mogelijkheden.", "Leraren leren van en met elkaar, ook buiten de eigen school."]}, {"key": "own-4", "name": "Mediawijs en veilig met gegevens", "source": "own", "points": 24, "wanted": 3, "visions": ["Leren vanuit talenten en mogelijkheden."]}, {"key": "own-2", "name": "Feedback geven met digitale middelen", "source": "own", "points": 22, "wanted": 3, "visions": ["Leren vanuit talenten en mogelijkheden."]}, {"key": "kennisnet-C", "name": "Professionele ontwikkeling", "source": "kennisnet", "points": 18, "wanted": 2, "visions": ["Leraren leren van en met elkaar, ook buiten de eigen school."]}, {"key": "digcompedu-2.1", "name": "Leermateriaal kiezen", "source": "digcompedu", "points": 14, "wanted": 3, "visions": ["Leren vanuit talenten en mogelijkheden."]}]');
INSERT INTO data_version ("board_id", "version") VALUES ('47920', 414);
INSERT INTO dpia ("board_id", "entry_id", "subject", "needed", "why", "done_on", "result", "review_on") VALUES ('47920', 2, 'Cameratoezicht op het plein', 1, 'Er wordt stelselmatig gekeken waar kinderen spelen.', NULL, '', NULL);
INSERT INTO kind_setting ("board_id", "kind", "life_years", "price_cents") VALUES ('47920', 'tablet', 4, 32500);
INSERT INTO person ("board_id", "person_id", "name", "role", "language") VALUES ('47920', 'ict-00yg', 'ICT-coördinator De Peelhorst', 'school_ict', NULL);
INSERT INTO person ("board_id", "person_id", "name", "role", "language") VALUES ('47920', 'icoach', 'i-Coach', 'icoach', NULL);
INSERT INTO plan_version ("board_id", "version", "name", "as_of", "approved_at", "approved_by", "figures") VALUES ('47920', 1, '', '2018-01-29', '2018-01-29 14:30:00.000000', 'Bestuursvoorzitter', '{"plan": {"rounds": [{"round_id": 1, "on": "2018-03-01", "cost": 3489000, "paid": 3489000, "replaced": 32, "expanded": 84, "short": 151, "past_life": 87}, {"round_id": 2, "on": "2018-09-03", "cost": 4004000, "paid": 4004000, "replaced": 0, "expanded": 104, "short": 44, "past_life": 97}], "schools": [{"school_id": "06OR00", "wanted": [35, 35], "stock": [25, 34], "short": [10, 1], "reached": 2}, {"school_id": "03UY00", "wanted": [45, 45], "stock": [47, 49], "short": [2, 0], "reached": 1}], "purchases": [{"round_id": 1, "school_id": "06OR00", "kind": "chromebook", "count": 3, "price_cents": 30000, "replaced": 0}, {"round_id": 1, "school_id": "03UY00", "kind": "chromebook", "count": 7, "price_cents": 30000, "replaced": 4}], "values": {"short": 1610, "unserved": 609, "cost": 32176400, "peak": 4006800}, "lower_bound": 2618507497, "gap": 0.0043229799697050405}, "whole": [["06OR00", "chromebook"], ["06OR00", "chromebook"]], "oldest_first": {"rounds": [{"round_id": 1, "on": "2018-03-01", "cost": 3500000, "paid": 3500000, "replaced": 33, "expanded": 83, "short": 152, "past_life": 86}, {"round_id": 2, "on": "2018-09-03", "cost": 3990000, "paid": 3990000, "replaced": 37, "expanded": 52, "short": 97, "past_life": 59}], "schools": [{"school_id": "06OR00", "wanted": [35, 35], "stock": [25, 30], "short": [10, 7], "reached": null}, {"school_id": "03UY00", "wanted": [45, 45], "stock": [47, 47], "short": [2, 2], "reached": 4}], "purchases": [{"round_id": 1, "school_id": "06OR00", "kind": "chromebook", "count": 3, "price_cents": 30000, "replaced": 0}, {"round_id": 1, "school_id": "03UY00", "kind": "chromebook", "count": 7, "price_cents": 30000, "replaced": 4}], "values": {"short": 3841, "unserved": 718, "cost": 32168800, "peak": 4017600}, "lower_bound": null, "gap": null}, "budgets": {"1": 3500000, "2": 4000000, "3": 4000000, "4": 4000000, "5": 4000000}, "wishes": {"first": [], "without": [], "fixed": [{"school_id": "00YG00", "kind": "chromebook", "round_id": 1, "at_least": 3, "at_most": 3}, {"school_id": "03QE00", "kind": "chromebook", "round_id": 1, "at_least": 2, "at_most": 2}]}, "rules": {"without": ["desktop"]}, "left_out": {}}');
INSERT INTO plan_year ("board_id", "year") VALUES ('47920', 2018);
INSERT INTO planning_rules ("board_id", "chosen") VALUES ('47920', '{"without": ["desktop"]}');
INSERT INTO privacy_ambition ("board_id", "framework", "target_level", "deadline") VALUES ('47920', 'aanpak_2018', 3, '2018-05-25');
INSERT INTO privacy_measure ("board_id", "measure_id", "version", "title", "owner", "due", "state", "norm", "on", "entered_at", "entered_by") VALUES ('47920', 306, 307, 'FG aanstellen voor de drie besturen', 'Bestuursvoorzitter', '2018-03-31', 'done', 'RO.01', '2018-04-24', '2018-04-24 14:00:00.000000', 'IBP-coördinator');
INSERT INTO privacy_norm ("board_id", "framework", "code", "domain", "title", "target") VALUES ('47920', 'aanpak_2018', 'IM.02', 'IM', 'Iedereen weet waar een datalek gemeld wordt', NULL);
INSERT INTO privacy_policy ("board_id", "number", "title", "text", "reference", "changed", "drafted_on", "planned_on", "review_on", "adopted_on", "consent_on", "entered_at", "entered_by") VALUES ('47920', 1, 'IBP-beleid van de drie besturen', 'Eén beleid voor alle scholen: wie waarover beslist, wat wij bewaren en hoe lang, met wie wij gegevens delen, en wat wij doen als er iets misgaat.', 'IBP-beleid concept april 2018.docx', 'Eerste versie, samen met SPOV en Prisma', '2018-04-16', '2018-05-22', '2019-05-21', NULL, NULL, '2018-04-16 14:00:00.000000', 'IBP-coördinator');
INSERT INTO privacy_question ("board_id", "question_id", "title", "question", "partners", "entered_at", "entered_by") VALUES ('47920', 335, 'IBP-beleid voor de AVG', 'Hoe maken wij samen een IBP-beleid dat past bij de nieuwe Europese wet, en hoe wordt dat gewoon gedrag van leraren, leerlingen en ouders?', '["44397", "47959"]', '2017-03-14 14:00:00.000000', 'IBP-coördinator');
INSERT INTO privacy_score ("board_id", "framework", "code", "version", "level", "scored_on", "evidence", "owner", "entered_at", "entered_by") VALUES ('47920', 'aanpak_2018', 'RG.01', 300, 1, '2017-11-20', 'Losse lijsten per school', 'IBP-coördinator', '2017-11-20 14:00:00.000000', 'IBP-coördinator');
INSERT INTO processing ("board_id", "entry_id", "name", "purpose", "legal_basis", "subjects", "data", "recipients", "retention", "owner", "processors") VALUES ('47920', 12, 'Cameratoezicht op het plein', 'Bescherming van het gebouw', 'interest', 'Bezoekers', '', 'Politie op verzoek', '', '', '[]');
INSERT INTO processor ("board_id", "entry_id", "party", "product", "model", "signed_on", "ends_on") VALUES ('47920', 5, 'Leverancier ouderapp', 'Berichten en foto’s voor ouders', NULL, NULL, NULL);
INSERT INTO publication ("board_id", "version", "as_of", "published_at", "published_by", "figures") VALUES ('47920', 412, '2018-05-01', '2018-05-01 12:00:00.000000', 'Bestuursvoorzitter', '{"as_of": "2018-05-01", "target": 4.0, "schools": [{"school_id": "06OR00", "name": "De Bottel", "place": "Lottum", "pupils": 138, "count_date": "2016-10-01", "devices": 49, "countable": 25, "target": 4.0, "has_own_target": false, "status": "short", "counted_on": "2018-04-10", "is_stale": false, "past_life": 5, "left_out": {"not_a_pupil_kind": 11, "staff": 7, "unsupported": 6}}, {"school_id": "03UY00", "name": "De Brink", "place": "Melderslo", "pupils": 178, "count_date": "2016-10-01", "devices": 71, "countable": 46, "target": 4.0, "has_own_target": false, "status": "on_target", "counted_on": "2018-03-29", "is_stale": false, "past_life": 4, "left_out": {"not_a_pupil_kind": 15, "spare": 1, "in_repair": 1, "staff": 8}}]}');
INSERT INTO purchase_round ("board_id", "round_id", "on", "budget_cents", "name") VALUES ('47920', 1, '2018-03-01', 3500000, '');
INSERT INTO quality_team ("board_id", "team_id", "name", "theme", "state", "started_on") VALUES ('47920', 155, 'Kwaliteitsteam ICT', 'ICT in de les', 'active', '2017-09-01');
INSERT INTO remembered ("board_id", "scope", "what", "key", "value", "chosen_at", "chosen_by") VALUES ('47920', '03QE00', 'model', 'chromebook 11 g5', '{"kind": "chromebook", "brand": "HP", "name": "Chromebook 11 G5"}', '2018-05-01 12:00:00.000000', 'Bestuursvoorzitter');
INSERT INTO scenario ("board_id", "scenario_id", "name", "budgets", "wishes", "changed_at", "changed_by") VALUES ('47920', 2, 'Alleen chromebooks', '{}', '{"first": [], "without": ["tablet", "laptop"], "fixed": []}', '2018-04-25 13:30:00.000000', 'Bestuursvoorzitter');
INSERT INTO school ("board_id", "school_id", "name", "place", "kind", "street", "postcode", "website", "own_target") VALUES ('47920', '06OR00', 'De Bottel', 'Lottum', 'Bo', 'Horsterdijk 2', '5973 PN', 'www.bottel.nl', NULL);
INSERT INTO school ("board_id", "school_id", "name", "place", "kind", "street", "postcode", "website", "own_target") VALUES ('47920', '03QE00', 'De Klimboom', 'Swolgen', 'Bo', 'Jan van Swolgenstraat 44', '5866 AV', 'www.klimboom.nu', NULL);
INSERT INTO school ("board_id", "school_id", "name", "place", "kind", "street", "postcode", "website", "own_target") VALUES ('47920', '03UZ00', 'De Twister', 'Horst', 'Bo', 'Gebr. van Doornelaan 25', '5961 BA', 'www.detwister.nu', NULL);
INSERT INTO school ("board_id", "school_id", "name", "place", "kind", "street", "postcode", "website", "own_target") VALUES ('47920', '03YW00', 'Onder De Linde', 'Hegelsom', 'Bo', 'Past. Debijestraat 8', '5963 AG', 'www.onderdelinde.nl', NULL);
INSERT INTO school ("board_id", "school_id", "name", "place", "kind", "street", "postcode", "website", "own_target") VALUES ('47920', '00YG00', 'De Peelhorst', 'Horst', 'Sbo', '', '', '', 2.0);
INSERT INTO school ("board_id", "school_id", "name", "place", "kind", "street", "postcode", "website", "own_target") VALUES ('47920', '06UG00', 'De Driehoek', 'Griendtsveen', 'Bo', 'Helenaveenseweg 52', '5766 PB', 'www.bsdedriehoek.nl', NULL);
INSERT INTO vision_statement ("board_id", "vision_id", "text") VALUES ('47920', 1, 'Leren vanuit talenten en mogelijkheden.');
INSERT INTO calendar_feed ("board_id", "person_id", "serial") VALUES ('47920', 'icoach', 'c0ffee');
INSERT INTO goal ("board_id", "year", "goal", "title", "short") VALUES ('47920', 2018, 1, 'Bepalen kerncompetenties leraren', 'Kerncompetenties');
INSERT INTO goal ("board_id", "year", "goal", "title", "short") VALUES ('47920', 2018, 2, 'Opzetten kwaliteitsteams', 'Kwaliteitsteams');
INSERT INTO help_request ("board_id", "request_id", "school_id", "asked_on", "kind", "asked", "declined_on", "reason") VALUES ('47920', 264, '06OR00', '2018-01-15', 'in_class', 'Programmeren met groep 7/8.', NULL, '');
INSERT INTO incident ("board_id", "incident_id", "school_id") VALUES ('47920', 1, '03YW00');
INSERT INTO inventory ("board_id", "school_id", "version", "holds_from", "counted_on", "confirmed_at", "confirmed_by", "file_name", "file_sha256", "layout", "devices", "changes", "restored_from") VALUES ('47920', '03YW00', 1, '2016-11-08', '2016-11-08', '2016-11-08 12:56:00.000000', 'ICT-coördinator Onder De Linde', 'Onder De Linde devices november 2016.xlsx', 'f8d0ac85e71be89496b0a3dcfcf545456e97b22e2f78d993bb0fd2f5ec0f7e80', 'template', 50, '{"new": 50, "changed": 0, "unchanged": 0, "gone": 0}', NULL);
INSERT INTO inventory ("board_id", "school_id", "version", "holds_from", "counted_on", "confirmed_at", "confirmed_by", "file_name", "file_sha256", "layout", "devices", "changes", "restored_from") VALUES ('47920', '06UG00', 1, '2016-11-03', '2016-11-03', '2016-11-03 15:21:00.000000', 'ICT-coördinator De Driehoek', 'Driehoek Griendtsveen ICT november 2016.xlsx', 'a6370b3c700a0c1a98b0c2bf83d24bea526704f4738fbe5823b9bb86bdec90ca', 'lots', 21, '{"new": 21, "changed": 0, "unchanged": 0, "gone": 0}', NULL);
INSERT INTO own_forecast ("board_id", "school_id", "count_date", "pupils") VALUES ('47920', '03QE00', '2019-10-01', 212);
INSERT INTO person_school ("board_id", "person_id", "school_id") VALUES ('47920', 'ict-00yg', '00YG00');
INSERT INTO privacy_activity ("board_id", "school_id", "activity_id", "kind", "title", "held_on", "audiences", "led_by", "entered_at", "entered_by") VALUES ('47920', '00YG00', 319, 'film', 'IBP-puzzelstuk 1: foto’s', '2017-11-28', '["staff"]', 'IBP-coördinator', '2017-11-28 14:00:00.000000', 'IBP-coördinator');
INSERT INTO privacy_answers ("board_id", "school_id", "audience", "held_on", "question", "counts", "entered_at", "entered_by") VALUES ('47920', '03UZ00', 'staff', '2017-11-14', 'S1', '[4, 3, 1, 0]', '2017-11-14 14:00:00.000000', 'IBP-coördinator');
INSERT INTO privacy_question_log ("board_id", "question_id", "version", "on", "step", "note", "entered_at", "entered_by") VALUES ('47920', 335, 339, '2017-09-19', 'plan', 'Plan van aanpak met een externe adviseur', '2017-09-19 14:00:00.000000', 'IBP-coördinator');
INSERT INTO pupil_count ("board_id", "school_id", "count_date", "total", "lower", "middle", "upper", "ages", "source", "entered_at") VALUES ('47920', '06UG00', '2016-10-01', 55, 7, 19, 29, '{"4": 3, "5": 4, "6": 7, "7": 5, "8": 7, "9": 12, "10": 7, "11": 10}', 'duo', '2016-09-01 09:00:00.000000');
INSERT INTO purchase_order ("board_id", "order_id", "plan_version", "round_id", "school_id", "kind", "supplier", "count", "price_cents", "ordered_on", "not_coming", "closed_on", "closed_because") VALUES ('47920', 1, 1, 1, '00YG00', 'chromebook', 'Raamcontract, perceel 1', 3, 27200, '2018-02-05', 0, NULL, '');
INSERT INTO rights_request ("board_id", "entry_id", "school_id", "reference", "kind", "received_on", "extended_on", "answered_on", "outcome") VALUES ('47920', 2, '03QE00', 'AVG-2018-02', 'access', '2018-04-05', NULL, NULL, '');
INSERT INTO round_price ("board_id", "round_id", "kind", "price_cents") VALUES ('47920', 1, 'tablet', 30000);
INSERT INTO school_choice ("board_id", "school_id", "chosen") VALUES ('47920', '03QE00', '{"kinds": ["tablet"], "keep_mix": null, "set_size": null, "ramp": [["2019-01-01", 3.5]], "level_targets": {}, "own_money": {"1": 250000}}');
INSERT INTO self_scan ("board_id", "school_id", "scanned_on", "scale", "asked") VALUES ('47920', '03QE00', '2018-03-05', 'four', '["digcompedu-2.1", "kennisnet-C", "own-1", "own-2", "own-3", "own-4"]');
INSERT INTO team_member ("board_id", "member_id", "team_id", "name", "person_id", "is_active") VALUES ('47920', 162, 155, 'i-Coach 7', NULL, 1);
INSERT INTO team_member ("board_id", "member_id", "team_id", "name", "person_id", "is_active") VALUES ('47920', 156, 155, 'i-Coach 1', 'icoach', 1);
INSERT INTO cohort ("board_id", "school_id", "version", "cohort", "kind", "purchased_earliest", "purchased_latest", "audience", "status", "level", "support_until", "count", "value_cents", "priced") VALUES ('47920', '06UG00', 1, 7, 'tablet', NULL, NULL, 'pupils', 'in_use', 'shared', NULL, 4, 0, 0);
INSERT INTO delivery ("board_id", "delivery_id", "order_id", "count", "delivered_on", "price_cents", "booked_by") VALUES ('47920', 1, 1, 3, '2018-03-05', 27200, 'Bovenschools ICT-coördinator');
INSERT INTO incident_step ("board_id", "incident_id", "step", "at", "person_id", "person_name", "kind", "facts") VALUES ('47920', 1, 5, '2017-11-15 15:00:00.000000', 'ibp', 'IBP-coördinator', 'told', '{"told_at": "2017-11-15T15:30:00+01:00"}');
INSERT INTO lot ("board_id", "school_id", "version", "lot", "sheet", "row", "column", "kind", "brand", "model", "model_as_written", "serial", "count", "purchased_as_written", "purchased_precision", "purchased_earliest", "purchased_latest", "price_cents", "price_vat", "status", "audience", "location", "level", "support_until", "support_source") VALUES ('47920', '03YW00', 1, 8, 'Inventaris', 12, NULL, 'printer', 'Ricoh', 'MP C3003', 'MP C3003', NULL, 1, NULL, 'unknown', NULL, NULL, NULL, 'unknown', 'in_use', 'pupils', 'kopieerruimte', 'shared', NULL, 'unknown');
INSERT INTO member_hours ("board_id", "member_id", "school_year", "hours") VALUES ('47920', 156, 2017, 34);
INSERT INTO member_school ("board_id", "member_id", "school_id") VALUES ('47920', 156, '03UZ00');
INSERT INTO self_scan_count ("board_id", "school_id", "scanned_on", "competence", "level", "teachers") VALUES ('47920', '03QE00', '2018-03-05', 'own-1', 1, 2);
INSERT INTO sub_goal ("board_id", "year", "goal", "sub_goal", "title", "measure") VALUES ('47920', 2018, 1, 1, 'Verkennen en in kaart brengen van de kerncompetenties van leraren. Wat moeten zij kunnen om de onderwijsvisie vorm te geven?', 'competences.explored');
INSERT INTO sub_goal ("board_id", "year", "goal", "sub_goal", "title", "measure") VALUES ('47920', 2018, 2, 1, 'Verder uitwerken kwaliteitsteam met i-Coaches', 'teams.coaches');
INSERT INTO visit ("board_id", "visit_id", "school_id", "member_id", "day", "minutes", "kind", "state", "at", "asked", "competence", "follow_up", "follow_up_on", "follow_up_done", "request_id", "sequence", "changed_at") VALUES ('47920', 265, '06OR00', 162, '2018-02-02', 90, 'in_class', 'done', NULL, 'Programmeren met groep 7/8.', NULL, '', NULL, 0, 264, 0, '2018-02-02 15:00:00.000000');
INSERT INTO judgement ("board_id", "year", "goal", "sub_goal", "line", "day", "at", "person_name", "course", "confidence", "reason") VALUES ('47920', 2018, 2, 1, 1, '2018-03-19', '2018-03-19 15:00:00.000000', 'Bestuursvoorzitter', 'on_course', 'high', 'Scholen vragen zelf om bezoek.');
INSERT INTO milestone ("board_id", "year", "milestone", "goal", "sub_goal", "title", "short", "owner", "due", "state", "evidence", "link") VALUES ('47920', 2018, 1, 1, 1, 'Kerncompetenties vastgesteld door het bestuur', 'vastgesteld', 'beleidsmedewerker onderwijs', '2018-02-12', 'done', 'Zes kerncompetenties, vastgesteld op 12-2-2018', '');
INSERT INTO milestone_log ("board_id", "year", "milestone", "line", "day", "at", "person_name", "field", "before", "after", "reason") VALUES ('47920', 2018, 1, 2, '2018-02-12', '2018-02-12 15:00:00.000000', 'Bestuursvoorzitter', 'state', 'not_started', 'done', '');
