using System.Collections.Immutable;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var iam = new StackReference(new Config().Require("iamStack"));
    var trainingRoleArn = iam.RequireOutput("executionRoleArns")
        .Apply(arns => (string)((ImmutableDictionary<string, object>)arns)["churn-training"]);

    return new Dictionary<string, object?>
    {
        // What a training job is created with.
        ["trainingJob"] = new Dictionary<string, object?>
        {
            ["roleArn"] = trainingRoleArn,
            ["outputPath"] = "s3://example-churn-data/models/",
        },
    };
});
