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
    support_until DATE,
    support_source VARCHAR(14) DEFAULT 'unknown' NOT NULL,
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
