import type { Catalogue } from './en.ts';

export const es: Catalogue = {
  title: 'Acta de {body}',
  kind: '{kind, select, regular {Sesión ordinaria} special {Sesión extraordinaria} emergency {Sesión de emergencia} adjourned {Continuación de sesión} other {Sesión}}, {date}',
  illustration: 'Esto es una ilustración. Ningún órgano real celebró esta sesión.',
  places: '{count, plural, one {Lugar: {places}} other {Lugares: {places}}}',
  called: 'Apertura: {at}. Preside: {presiding}.',
  calledUnknown: 'Apertura: {at}.',
  secretary: 'Secretaría: {secretary}.',
  holder: '{holder} (sin puesto)',
  constituency: '{label} ({constituency})',
  notices: 'Convocatoria',
  posting: 'Orden del día publicado {at}: {places}.',
  notice:
    'Aviso {audience, select, members {a los miembros} media {a los medios} other {a quienes lo pidieron}}: {at}.{waived, select, none {} other { Renunciaron: {waived}.}}',
  presence: 'Asistencia',
  seat: 'Puesto',
  status: 'Presente',
  times: 'Horas',
  absent: 'ausente',
  excused: 'ausente con excusa',
  vacant: 'vacante',
  present: '{by, select, alternate {presente el suplente} other {presente}}',
  stay: '{from} – {to}',
  stayOpen: 'desde {from}',
  remote: 'a distancia, según {basis}',
  remoteUnknown: 'a distancia, disposición no registrada',
  remoteFrom: 'desde {location}',
  quorum: 'Quórum {established, select, yes {establecido} other {perdido}}: {at}.',
  previous: 'Actas anteriores',
  previousApproved:
    'Se aprobó el acta de la sesión del {date}{corrected, select, yes { con correcciones} other {}} (moción {motion}).',
  previousCorrected:
    'El acta de la sesión {meeting} se corrigió por la moción {motion}: «{before}» pasó a ser «{after}».',
  previousNone: 'No se aprobó acta de una sesión anterior.',
  agenda: 'Orden del día',
  item: '{number}. {title}{opened, select, none {} other { (tratado {opened})}}{admitted, select, none {} emergency {; admitido fuera del orden del día: emergencia} need_arose_after_posting {; admitido fuera del orden del día: la necesidad surgió tras la publicación} other {; admitido fuera del orden del día: continuado de una sesión anterior}}',
  motions: 'Mociones',
  motion: 'Moción: {title}',
  moved: 'Propuesta por {mover}.',
  seconded: 'Secundada por {seconder}.',
  exempted:
    'No requiere ser secundada: {exemption, select, committee_motion {moción de un comité} class {ninguna moción de esta clase lo requiere} divided_question {secundada con la cuestión que se dividió} other {órgano pequeño}}.',
  disposition:
    'La moción {status, select, adopted {fue aprobada} rejected {fue rechazada} lapsed {no fue secundada y caducó} lapsed_on_table {no se retomó de la mesa y caducó} withdrawn {fue retirada} tabled {quedó sobre la mesa} postponed {fue aplazada} postponed_indefinitely {fue aplazada indefinidamente} referred {fue remitida} void {fue aprobada y es nula} divided {se dividió, y sus partes son mociones propias} ruled_out_of_order {fue declarada fuera de orden} seeking_consensus {quedó mientras se buscaba consenso} reconsideration_pending {fue decidida, y está pendiente una moción de reconsideración} rescinded {fue aprobada y después revocada} amended_after_adoption {fue aprobada y después enmendada} pending {quedó pendiente} moved {quedó sin secundar} voting {quedó en curso de votación} nominating {quedó con las candidaturas abiertas} electing {quedó en curso de elección} other {no fue propuesta}}.',
  motionOfClass:
    '{class, select, fix_time_to_adjourn {Moción para fijar la hora de continuación} adjourn {Moción para levantar la sesión} recess {Moción de receso} question_of_privilege {Cuestión de privilegio} orders_of_the_day {Llamada al orden del día} lay_on_table {Moción para dejar sobre la mesa} previous_question {Cuestión previa} limit_extend_debate {Moción para limitar o extender el debate} postpone_definitely {Moción para aplazar a fecha fija} refer {Moción para remitir} amend {Enmienda} postpone_indefinitely {Moción para aplazar indefinidamente} point_of_order {Cuestión de orden} inquiry {Consulta} division_of_assembly {Comprobación del voto} appeal {Apelación} suspend_rules {Moción para suspender las reglas} object_to_consideration {Objeción a la consideración} divide_question {Moción para dividir la cuestión} take_from_table {Moción para retomar de la mesa} reconsider {Moción de reconsideración} rescind {Moción de revocación} amend_previously_adopted {Moción para enmendar lo aprobado} discharge_committee {Moción para relevar a un comité} other {Moción}}: {title}',
  appliesTo: 'Sobre la moción: {title}.',
  dividedFrom: 'Parte de la cuestión: {title}.',
  dividedInto: 'Dividida en: {titles}.',
  amendedBy: 'El texto es el enmendado por: {titles}.',
  previousQuestion: '{at}: se ordenó la cuestión previa, por la moción {motion}.',
  debateLimited:
    '{at}: se fijaron límites al debate, por la moción {motion}:{minutes, select, none {} other { {minutes} minutos por intervención.}}{speeches, select, none {} 1 { Una intervención por miembro.} other { {speeches} intervenciones por miembro.}}{closes, select, none {} other { El debate se cierra: {closes}.}}',
  outOfOrder:
    'Motivo de la resolución: {ground, select, not_germane {no guarda relación} precedence {estaba pendiente una moción de mayor precedencia} dilatory {dilatoria} other {no procede}}.',
  stance: 'Posición',
  reason: 'Razón',
  spokenBy: '{seat} (por {by, select, proxy {poder} other {el suplente}})',
  round:
    'Consenso, ronda {number, number}{called, select, none {} other { (convocada por {called})}}, {at}: {result, select, reached {se alcanzó el consenso} aborted {la ronda se interrumpió} other {sin consenso}}.',
  roundFailed:
    '{reason, select, BLOCKED {Bloqueada.} TOO_MANY_STAND_ASIDES {Demasiados se hicieron a un lado.} NOBODY_AGREES {Nadie estuvo de acuerdo.} POSITIONS_MISSING {No todos tomaron posición.} other {No hubo quórum.}}{next, select, round { Puede seguir otra ronda.} vote { Puede seguir una votación.} round_or_vote { Puede seguir otra ronda o una votación.} other { La moción queda rechazada.}}',
  position:
    '{position, select, agree {de acuerdo} agree_with_reservations {de acuerdo con reservas} stand_aside {se hace a un lado} block {bloquea} abstain {se abstiene} recused {recusado} no_position {presente, sin posición} other {ausente}}',
  advisoryPosition: 'Oído, sin contar: {seat}, {position}.{reason, select, none {} other { Razón: {reason}}}',
  consent:
    'Consentimiento unánime, {at}: de {count, plural, one {un puesto con voto presente} other {# puestos con voto presentes}} ninguno se opuso.{recused, select, none {} other { Recusados: {recused}.}}',
  mediation:
    'Mediación de {mediator}: {outcome, select, referred {se le remitió la cuestión} agreement {las partes se pusieron de acuerdo} other {las partes no se pusieron de acuerdo}}.{statement, select, none {} other { {statement}}}',
  objected: '{seat} se opuso al consentimiento unánime.{reason, select, none {} other { Razón: {reason}}}',
  calendar: 'Orden de consentimiento, con las mociones:',
  adoptedWith: 'Aprobada con el orden de consentimiento: {title}.',
  election: 'Elección: {title}',
  office:
    '{role, select, chair {presidencia} co_chair {copresidencia} vice_chair {vicepresidencia} secretary {secretaría} convener {convocatoria} facilitator {facilitación} other {observación del proceso}}{constituency, select, none {} other { por {constituency}}}',
  electionOf: 'Cargo: {office}. Candidaturas:',
  nomination:
    '{candidate}{by, select, none {} other {, a propuesta de {by}}}{withdrawn, select, yes { (declinó)} other {}}',
  nominationsClosed: 'Se cerraron las candidaturas: {at}.',
  ballot:
    'Vuelta {number, number} ({method, select, roll_call {nominal} voice {a viva voz} show_of_hands {a mano alzada} written {escrita} other {secreta}}), {at}: {totals, select, none {} other {{totals}. }}{result, select, elected {Una candidatura tiene los votos que pide la regla.} aborted {La vuelta se interrumpió.} other {Nadie resulta elegido.}}',
  electionTotal: '{candidate, select, none {abstenciones} other {{candidate}}} {votes, number}',
  countedApart: 'Recuento de {constituency}: {totals}.',
  tellers: 'Escrutadores: {tellers}.',
  elector:
    '{option, select, abstain {abstención} recused {recusado} absent {ausente} other {presente, sin votar}}',
  elected: 'Elegido para la {office}: {elected}.',
  vote: 'Votación ({method, select, roll_call {nominal} voice {a viva voz} show_of_hands {a mano alzada} written {escrita} other {secreta}}), {at}: {counts}. {result, select, pass {Aprobada} other {No aprobada}}.',
  secretBallot:
    'Voto secreto: {count, plural, one {un puesto con voto} other {# puestos con voto}} podían votar; no consta de quién fue cada papeleta.{tellers, select, none {} other { Escrutadores: {tellers}.}}',
  clause: 'Decidido según {clause}.',
  count:
    '{option, select, yes {a favor} no {en contra} abstain {abstenciones} absent {ausentes} excused {ausentes con excusa} recused {recusados} paired {pareados} other {sin votar}} {value, number}',
  option:
    '{option, select, yes {a favor} no {en contra} abstain {abstención} absent {ausente} excused {ausente con excusa} recused {recusado} paired {pareado} other {presente, sin votar}}',
  answer: 'Voto',
  corrected: '{option} (corregido; registrado como {recorded})',
  correction: 'Registro corregido: {seat}, de {from} a {to}. {reason}',
  reportCorrection: 'Informe de los escrutadores corregido: de {from} a {to}. {reason}',
  recusals: 'Recusaciones',
  recusal:
    '{seat}, punto {item}: interés {identified, select, yes {declarado en público} other {no declarado en público}}, {left, select, yes {salió de la sala} other {no salió de la sala}}.',
  rulings: 'Resoluciones de la presidencia y apelaciones',
  ruling: 'Cuestión: {question} Resolución: {ruling}',
  appeal:
    'Apelada por {mover}{seconder, select, none {} other {, secundada por {seconder}}}: {outcome, select, sustained {la resolución se mantuvo} sustained_by_tie {la votación quedó empatada, lo que mantiene la resolución} overturned {la resolución se revocó} other {sin decidir}}.',
  suspensions: 'Reglas suspendidas',
  suspended:
    '{at}: se {count, plural, one {suspendió la regla {rules}} other {suspendieron las reglas {rules}}} {item, select, none {hasta el levantamiento de la sesión} other {para el punto {item}}}, por la moción {motion}.{clause, select, none {} other { Según dispone {clause}.}} Propósito: {purpose}',
  comment: 'Comentarios del público',
  speakers:
    '{item, select, none {} other {Punto {item}: }}{count, plural, =0 {nadie habló} one {una persona habló} other {# personas hablaron}}.',
  closed: 'Sesión cerrada',
  closedSession: 'Según {statute}, desde {from}{to, select, none {} other { hasta {to}}}.',
  report: 'Se informó: {action}{votes, select, none {} other { Votación: {votes}}}',
  noReport: 'No se informó de ninguna acción.',
  adjournment: 'Levantamiento de la sesión',
  recess: 'Receso: {from}{to, select, none {} other { hasta {to}}}.',
  adjourned: 'Se levantó la sesión: {at}{to, select, none {} other {, hasta {to}}}.',
  notAdjourned: 'El registro no dice cuándo se levantó la sesión.',
  checklist: 'No consta en el registro',
  missing:
    '{code, select, body_name {el nombre del órgano} date {la fecha} place {el lugar} call_to_order {la apertura} presiding_officer {quién presidió} secretary {quién fue secretario} presence {quién asistió} remote_basis {la disposición para la participación a distancia de {id}} previous_minutes {si se aprobaron actas anteriores} wording {el texto de la moción {id}} mover {quién propuso la moción {id}} seconder {quién secundó la moción {id}} disposition {el resultado de la moción {id}} closed_session_report {un informe de la sesión cerrada} adjournment {la hora de levantamiento} other {{code}}}',
  hash: 'SHA-256 de esta acta en todos los idiomas: {sha256}',
  unknown: 'en un momento no conocido',
};
