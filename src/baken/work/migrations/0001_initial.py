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
            name='Employed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'tewerkstelling',
            },
        ),
        migrations.CreateModel(
            name='JobseekerRegistered',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('service', baken.ledger.fields.CodeField(as_given=False, codelist='employment_service', max_length=64, verbose_name='dienst')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'inschrijving bij VDAB of Actiris',
            },
        ),
        migrations.CreateModel(
            name='RightToWorkNoted',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('may_work', models.BooleanField(verbose_name='mag werken')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'recht om te werken',
            },
        ),
        migrations.CreateModel(
            name='Studied',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'studie',
            },
        ),
        migrations.CreateModel(
            name='Trained',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'opleiding',
            },
        ),
        migrations.CreateModel(
            name='WelfareProjectAgreed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'geïndividualiseerd project (GPMI)',
            },
        ),
    ]
