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
            name='Identity',
            fields=[
                ('person', models.BigAutoField(primary_key=True, serialize=False, verbose_name='persoon')),
                ('national_number', models.CharField(blank=True, max_length=11, null=True, unique=True, verbose_name='rijksregisternummer')),
                ('family_name', models.CharField(blank=True, default='', max_length=200, verbose_name='achternaam')),
                ('given_names', models.CharField(blank=True, default='', max_length=200, verbose_name='voornamen')),
                ('birth_date', models.CharField(blank=True, max_length=10, null=True, verbose_name='geboortedatum')),
            ],
            options={
                'verbose_name': 'identiteit',
                'verbose_name_plural': 'identiteiten',
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('body', models.TextField(verbose_name='tekst')),
            ],
            options={
                'verbose_name': 'notitie',
                'verbose_name_plural': 'notities',
            },
        ),
        migrations.CreateModel(
            name='DossierOpened',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('person', baken.ledger.fields.SubjectField(kind='person', verbose_name='persoon')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'dossier geopend',
            },
        ),
        migrations.CreateModel(
            name='HouseholdDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('household', baken.ledger.fields.CodeField(as_given=False, codelist='household', max_length=64, verbose_name='gezinssituatie')),
                ('children', models.SmallIntegerField(blank=True, null=True, verbose_name='kinderen')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'gezinssituatie',
            },
        ),
        migrations.CreateModel(
            name='LanguageKnown',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal')),
                ('level', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language_knowledge', max_length=64, null=True, verbose_name='kennisniveau')),
                ('contact', models.BooleanField(blank=True, null=True, verbose_name='contacttaal')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'talenkennis',
            },
        ),
        migrations.CreateModel(
            name='LiteracyAssessed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('latin_script', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='literacy', max_length=64, null=True, verbose_name='Latijns schrift')),
                ('other_script', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='literacy', max_length=64, null=True, verbose_name='ander schrift')),
                ('other_script_language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal van het andere schrift')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'alfabetiseringsgraad',
            },
        ),
        migrations.CreateModel(
            name='NationalityHeld',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('country', baken.ledger.fields.CodeField(as_given=True, codelist='country', max_length=64, verbose_name='nationaliteit')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'nationaliteit',
            },
        ),
        migrations.CreateModel(
            name='PersonDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('birth_year', models.SmallIntegerField(blank=True, null=True, verbose_name='geboortejaar')),
                ('sex', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='sex', max_length=64, null=True, verbose_name='geslacht')),
                ('birth_country', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='country', max_length=64, null=True, verbose_name='geboorteland')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'persoonsgegevens',
            },
        ),
        migrations.CreateModel(
            name='ResidenceGranted',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('ground', baken.ledger.fields.CodeField(as_given=True, codelist='residence_ground', max_length=64, verbose_name='verblijfsgrond')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'verblijfsgrond',
            },
        ),
        migrations.CreateModel(
            name='ResidenceRegistered',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('municipality', baken.ledger.fields.CodeField(as_given=False, codelist='municipality', max_length=64, verbose_name='gemeente')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'inschrijving in een gemeente',
            },
        ),
    ]
