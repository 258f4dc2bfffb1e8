import baken.ledger.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CourseCancelled',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('course', baken.ledger.fields.SubjectField(db_index=True, kind='course', verbose_name='cursus')),
                ('reason', baken.ledger.fields.CodeField(as_given=False, codelist='course_cancel_reason', max_length=64, verbose_name='reden')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'cursus MO geannuleerd',
            },
        ),
        migrations.CreateModel(
            name='CourseEnrolled',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('course_enrolment', baken.ledger.fields.SubjectField(kind='course_enrolment', verbose_name='inschrijving in cursus')),
                ('individual', models.BooleanField(default=False, verbose_name='individueel')),
                ('kbi_id', models.CharField(blank=True, max_length=36, null=True, verbose_name='KBI-nummer van de cursus')),
                ('number', models.TextField(blank=True, null=True, verbose_name='cursusnummer')),
                ('name', models.TextField(blank=True, null=True, verbose_name='naam van de cursus')),
                ('language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal')),
                ('lesson_place', models.TextField(blank=True, null=True, verbose_name='lesplaats')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='begint op')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='eindigt op')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='uitgeschreven op')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'inschrijving in cursus MO',
            },
        ),
        migrations.CreateModel(
            name='CourseJoined',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('course', baken.ledger.fields.SubjectField(kind='course', verbose_name='cursus')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'gestart in cursus MO',
            },
        ),
        migrations.CreateModel(
            name='CourseLeft',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('course', baken.ledger.fields.SubjectField(kind='course', verbose_name='cursus')),
                ('reason', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='course_leave_reason', max_length=64, null=True, verbose_name='reden')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'uitschrijving uit cursus MO',
            },
        ),
        migrations.CreateModel(
            name='CoursePlanned',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('course', baken.ledger.fields.SubjectField(db_index=True, kind='course', verbose_name='cursus')),
                ('number', models.CharField(blank=True, max_length=40, null=True, verbose_name='cursusnummer')),
                ('language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal')),
                ('municipality', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='municipality', max_length=64, null=True, verbose_name='lesplaats')),
                ('time_slot', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='time_slot', max_length=64, null=True, verbose_name='lesmoment')),
                ('seats', models.SmallIntegerField(blank=True, null=True, verbose_name='plaatsen')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='begint op')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='eindigt op')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'cursus MO gepland',
            },
        ),
        migrations.CreateModel(
            name='CourseStarted',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('course', baken.ledger.fields.SubjectField(db_index=True, kind='course', verbose_name='cursus')),
                ('language', baken.ledger.fields.CodeField(as_given=False, codelist='language', max_length=64, verbose_name='taal')),
                ('municipality', baken.ledger.fields.CodeField(as_given=False, codelist='municipality', max_length=64, verbose_name='lesplaats')),
                ('with_interpreter', models.BooleanField(default=False, verbose_name='met tolk')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'cursus MO gestart',
            },
        ),
        migrations.CreateModel(
            name='CourseTestTaken',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('course', baken.ledger.fields.SubjectField(blank=True, kind='course', null=True, verbose_name='cursus')),
                ('score', models.SmallIntegerField(blank=True, null=True, verbose_name='score')),
                ('practice_correct', models.SmallIntegerField(blank=True, null=True, verbose_name='juist op het praktische deel')),
                ('values_correct', models.SmallIntegerField(blank=True, null=True, verbose_name='juist op het deel waarden')),
                ('passed', models.BooleanField(verbose_name='geslaagd')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'test MO',
            },
        ),
        migrations.CreateModel(
            name='CourseWished',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal')),
                ('time_slot', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='time_slot', max_length=64, null=True, verbose_name='lesmoment')),
                ('municipality', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='municipality', max_length=64, null=True, verbose_name='gewenste lesplaats')),
                ('childcare', models.BooleanField(blank=True, null=True, verbose_name='heeft kinderopvang nodig')),
                ('transport', models.BooleanField(blank=True, null=True, verbose_name='heeft vervoer nodig')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'wens cursus MO',
            },
        ),
        migrations.CreateModel(
            name='ExemptionTestTaken',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('outcome', baken.ledger.fields.CodeField(as_given=False, codelist='exemption_outcome', max_length=64, verbose_name='resultaat')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'vrijstellingstoets MO',
            },
        ),
        migrations.CreateModel(
            name='LessonFollowed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('course', baken.ledger.fields.SubjectField(blank=True, kind='course', null=True, verbose_name='cursus')),
                ('course_enrolment', baken.ledger.fields.SubjectField(blank=True, kind='course_enrolment', null=True, verbose_name='inschrijving in cursus')),
                ('presence', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='presence', max_length=64, null=True, verbose_name='aanwezigheid')),
                ('starts_at', models.SmallIntegerField(blank=True, null=True, verbose_name='begint om (minuten na middernacht)')),
                ('ends_at', models.SmallIntegerField(blank=True, null=True, verbose_name='eindigt om (minuten na middernacht)')),
                ('minutes_present', models.SmallIntegerField(blank=True, null=True, verbose_name='minuten aanwezig')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'les MO',
            },
        ),
        migrations.CreateModel(
            name='MoDecided',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('decision', baken.ledger.fields.CodeField(as_given=False, codelist='mo_decision', max_length=64, verbose_name='besluit MO')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'besluit MO',
            },
        ),
        migrations.CreateModel(
            name='SeatAnswered',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('course', baken.ledger.fields.SubjectField(kind='course', verbose_name='cursus')),
                ('accepted', models.BooleanField(verbose_name='aanvaard')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'antwoord op plaats',
            },
        ),
        migrations.CreateModel(
            name='SeatOffered',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('course', baken.ledger.fields.SubjectField(kind='course', verbose_name='cursus')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'plaats aangeboden',
            },
        ),
    ]
